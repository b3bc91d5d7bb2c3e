"""How good the records are against documents that a person has marked."""

from pipeline.evaluation.gold import GoldDocument, InvalidGold, load_gold
from pipeline.evaluation.measuring import Report, measure
from pipeline.evaluation.scores import Bin, Disagreement, Judgement, Score, Share
from pipeline.evaluation.sources import FoundDocument, find_in_database, find_in_files
from pipeline.evaluation.tables import GoldTables, TableReport, load_tables, measure_tables

__all__ = [
    "Bin",
    "Disagreement",
    "FoundDocument",
    "GoldDocument",
    "GoldTables",
    "InvalidGold",
    "Judgement",
    "Report",
    "Score",
    "Share",
    "TableReport",
    "find_in_database",
    "find_in_files",
    "load_gold",
    "load_tables",
    "measure",
    "measure_tables",
]
