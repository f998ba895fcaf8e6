create or replace procedure never_called() language plpgsql as $$
begin
  perform '${everywhere}';
end $$
