-- What could not be read, or only in part, and why?
select source, error, detail, stage, seen_at from problems order by source, stage, error
