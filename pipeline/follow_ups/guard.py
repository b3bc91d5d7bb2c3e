"""What a passage must at least have before it may say that a promise was kept, however much it weighs: to close a
promise falsely is the worst error. That it is of a later day, and that something was done, is seen to elsewhere."""

from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.promised import Subject
from pipeline.follow_ups.roots import partners
from pipeline.follow_ups.said import Said
from pipeline.follow_ups.terms import Weights
from pipeline.follow_ups.traits import Traits, same_committee

_LEAST_NEAR, _LEAST_TITLED, _LEAST_ALIKE, _LEFT_OUT = 0.3, 0.5, 0.9, 0.2
_RARE = 0.4
"""Weight of a word, of 1, from which it tells one matter from the council's others."""


def is_of_one_body(promise: Promise, passage: Passage) -> bool:
    """Whether it is the committee that was promised, or one of the two names the other."""
    if same_committee(promise, passage):
        return True
    ours = (promise.committee or "").lower()
    return bool(ours) and (ours in passage.item.lower() or ours in passage.text.lower())


def may_close(subject: Subject, said: Said, traits: Traits, weights: Weights) -> bool:
    """Whether the matter is told of in the clause's own sentence, or in the title under which its paper is brought, by
    a word that not every matter has; no other thing is told of first while one that was promised is left out; and what
    is not said outright to be done stands where promises are followed up, looks back, or has nearly all the words."""
    titled = traits.titled >= _LEAST_TITLED
    told = traits.near >= _LEAST_NEAR or titled
    another = traits.other > 0 and traits.least < _LEFT_OUT
    looks_back = traits.review > 0 or traits.recalls > 0 or titled
    sure_of_deed = traits.outright > 0 or looks_back or traits.near >= _LEAST_ALIKE
    return told and not another and sure_of_deed and _shares_rare_word(subject, said, weights)


def _shares_rare_word(subject: Subject, said: Said, weights: Weights) -> bool:
    held = said.near | said.title
    shared = (each for each in subject.own if each in held or not partners(each).isdisjoint(held))
    return any(weights[each] >= _RARE for each in shared)
