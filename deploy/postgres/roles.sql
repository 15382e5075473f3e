-- Databases and roles of Kvitt. Made from DatabaseRoles by
-- ./mvnw -pl local-stack -am test -Dtest='AclFilesTest,DatabaseRolesTest' -Dsurefire.failIfNoSpecifiedTests=false -Ddeploy.write
--
-- Once, by a superuser, on a server that has none of them:   psql -v ON_ERROR_STOP=1 -f roles.sql
-- Then each role gets a password, by which it can log in:    \password payment_owner   \password payment   ...
--
-- NAME_owner owns the database and migrates it (quarkus.flyway.username); NAME is what the running service is
-- (quarkus.datasource.username and kvitt.db.direct-url). Nobody else may connect to the database.

-- webhook-gateway
CREATE ROLE gateway_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE ROLE gateway LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE DATABASE gateway OWNER gateway_owner;
REVOKE ALL ON DATABASE gateway FROM PUBLIC;
GRANT CONNECT ON DATABASE gateway TO gateway, gateway_owner;
\connect gateway
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO gateway_owner;
GRANT USAGE ON SCHEMA public TO gateway;
ALTER DEFAULT PRIVILEGES FOR ROLE gateway_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gateway;

-- checkin-service
CREATE ROLE checkin_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE ROLE checkin LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE DATABASE checkin OWNER checkin_owner;
REVOKE ALL ON DATABASE checkin FROM PUBLIC;
GRANT CONNECT ON DATABASE checkin TO checkin, checkin_owner;
\connect checkin
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO checkin_owner;
GRANT USAGE ON SCHEMA public TO checkin;
ALTER DEFAULT PRIVILEGES FOR ROLE checkin_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO checkin;

-- payment-service
CREATE ROLE payment_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE ROLE payment LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE DATABASE payment OWNER payment_owner;
REVOKE ALL ON DATABASE payment FROM PUBLIC;
GRANT CONNECT ON DATABASE payment TO payment, payment_owner;
\connect payment
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO payment_owner;
GRANT USAGE ON SCHEMA public TO payment;
ALTER DEFAULT PRIVILEGES FOR ROLE payment_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO payment;

-- capture-service
CREATE ROLE capture_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE ROLE capture LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE DATABASE capture OWNER capture_owner;
REVOKE ALL ON DATABASE capture FROM PUBLIC;
GRANT CONNECT ON DATABASE capture TO capture, capture_owner;
\connect capture
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO capture_owner;
GRANT USAGE ON SCHEMA public TO capture;
ALTER DEFAULT PRIVILEGES FOR ROLE capture_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO capture;

-- receipt-service
CREATE ROLE receipt_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE ROLE receipt LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
CREATE DATABASE receipt OWNER receipt_owner;
REVOKE ALL ON DATABASE receipt FROM PUBLIC;
GRANT CONNECT ON DATABASE receipt TO receipt, receipt_owner;
\connect receipt
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO receipt_owner;
GRANT USAGE ON SCHEMA public TO receipt;
ALTER DEFAULT PRIVILEGES FOR ROLE receipt_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO receipt;
