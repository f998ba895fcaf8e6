create table trace_mismatches (trace integer, reason text);
