select 5.0;
