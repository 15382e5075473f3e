-- What the deadline board looks for is little in much: it is found without reading every sale.
do $both$
declare
    ledger text;
begin
    foreach ledger in array array['ledger_a', 'ledger_b'] loop
        execute format(
            'create index sale_untold on %I.sale (authorized_at) where not acknowledged and authorized > 0', ledger);
        execute format(
            'create index sale_uncollectable on %I.sale (last_at) where phase = ''uncollectable''', ledger);
    end loop;
end
$both$;
