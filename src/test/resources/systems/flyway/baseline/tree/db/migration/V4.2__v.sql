select 4.2;
