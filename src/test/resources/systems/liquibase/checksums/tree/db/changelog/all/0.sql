select 'too high' from nowhere;
