-- Who is logged in at the console by its own login. Only hashes of what browsers hold; a name, and never a password.
create table login_session (
  token_hash bytea primary key,
  user_name text not null,
  ends_at timestamptz not null,
  idle_at timestamptz not null
);
create index login_session_idle on login_session (idle_at);
