-- Every figure that is a percentage.
select * from figures where unit = '%'
