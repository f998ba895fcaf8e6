select 'too deep' from nowhere;
