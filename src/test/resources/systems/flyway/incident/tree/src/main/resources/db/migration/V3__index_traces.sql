create index traces_by_name on traces (name);
