"""The paths through a dialogue: what can be reached, what can end, the good paths and the shortest.

With marks a turn may be met in several states, so paths are followed from state to state.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from course.model.dialogue import TIME_UP, Condition, Dialogue, Effect, Reply, Turn
from course.model.dialogue_state import State, after, offered, opening
from course.model.framework import Ref

# A dialogue of nine turns, six marks and a clock has some hundreds.
MOST_STATES = 5000

Path = tuple[tuple[str, str], ...]  # the turns in order, each with the reply that was chosen
Steps = tuple[tuple[Reply, State], ...]  # the replies that are offered in a state, and what each leads to


@dataclass(frozen=True)
class Map:
    """Every state that a learner can come to, in the order of the shortest way there.

    `is_whole` is false when there were more than MOST_STATES, and the rest was left out.
    """

    dialogue: Dialogue
    steps: Mapping[State, Steps]
    is_whole: bool

    @property
    def turns(self) -> dict[str, Turn]:
        return {turn.id: turn for turn in self.dialogue.turns}

    @property
    def ends(self) -> set[str]:
        return {ending.id for ending in self.dialogue.endings}

    def halts(self) -> bool:
        """Say whether the talk can come to a halt without an ending."""
        return any(not steps and state.place not in self.ends for state, steps in self.steps.items())

    def at(self, turn: Turn) -> Iterator[tuple[State, Steps]]:
        """Yield the states in which a turn is met."""
        yield from ((state, steps) for state, steps in self.steps.items() if state.place == turn.id)


def map_of(dialogue: Dialogue) -> Map:
    """Follow every reply from the first turn, in every combination of marks and minutes."""
    turns = {turn.id: turn for turn in dialogue.turns}
    steps: dict[State, Steps] = {}
    waiting = deque([opening(dialogue)])
    known = set(waiting)
    while waiting and len(steps) < MOST_STATES:
        state = waiting.popleft()
        turn = turns.get(state.place)
        replies = offered(turn, state.marks) if turn else ()
        steps[state] = tuple((reply, after(dialogue, state, reply)) for reply in replies)
        for _, following in steps[state]:
            if following not in known:
                known.add(following)
                waiting.append(following)
    return Map(dialogue, steps, not waiting)


def whole_maps(dialogues: Iterable[Dialogue]) -> Iterator[Map]:
    """Yield the maps of those dialogues whose ways can be judged; the others have findings of their own."""
    yield from (found for found in map(map_of, filter(is_linked, dialogues)) if found.is_whole)


def is_linked(dialogue: Dialogue) -> bool:
    """Say whether every reply names what follows, and all turns, endings and marks that are named exist.

    Marks that are asked for must be set by something, too. Otherwise paths cannot be judged.
    """
    known = {place.id for place in dialogue.places}
    replies = [reply for turn in dialogue.turns for reply in turn.replies]
    following = {ref.id for reply in replies for ref in reply.next}
    marks = {mark.id for mark in dialogue.marks}
    are_set = {ref.id for reply in replies for ref in reply.sets}
    are_asked = {ref.id for ref in asked_marks(dialogue)}
    may_be_asked = are_set | ({TIME_UP} if dialogue.clock else set())
    if "" in known or not all(reply.next for reply in replies):
        return False
    return following <= known and are_set <= marks and are_asked <= may_be_asked


def asked_marks(dialogue: Dialogue) -> Iterator[Ref]:
    """Yield the marks that conditions ask for, each as often as it is written."""
    for when in _conditions(dialogue):
        yield from (*when.needs, *when.lacks)


def _conditions(dialogue: Dialogue) -> Iterator[Condition]:
    for turn in dialogue.turns:
        yield turn.when
        yield from (line.when for line in turn.instead)
        yield from (reply.when for reply in turn.replies)
    yield from (ending.when for ending in dialogue.endings)


def offers(found: Map, turn: Turn) -> list[tuple[Reply, ...]]:
    """Return every choice that a turn offers with some marks: one, unless its replies have conditions."""
    choices = (tuple(reply for reply, _ in steps) for _, steps in found.at(turn))
    by_ids = {tuple(reply.id for reply in choice): choice for choice in choices if choice}
    return list(by_ids.values())


def ending_states(found: Map, is_taken: Callable[[Reply], bool] = lambda reply: True) -> set[State]:
    """Return the states from which the talk can come to a halt by the replies that are taken.

    Where every reply has something to follow it, that is an ending.
    """
    before: dict[State, list[State]] = {}
    for state, steps in found.steps.items():
        for reply, following in steps:
            if is_taken(reply):
                before.setdefault(following, []).append(state)
    ending = {state for state, steps in found.steps.items() if not steps}
    waiting = list(ending)
    while waiting:
        for state in before.get(waiting.pop(), ()):
            if state not in ending:
                ending.add(state)
                waiting.append(state)
    return ending


def good_paths(found: Map) -> Iterator[Path]:
    """Yield the paths from the first turn to an ending on which every reply helps and no turn repeats."""
    ends, open_states = found.ends, ending_states(found, _helps)

    def onward(state: State, before: Path) -> Iterator[Path]:
        passed = {name for name, _ in before} | {state.place}
        for reply, following in found.steps.get(state, ()):
            path = (*before, (state.place, reply.id))
            if not _helps(reply):
                continue
            if following.place in ends:
                yield path
            elif following in open_states and following.place not in passed:
                yield from onward(following, path)

    yield from onward(opening(found.dialogue), ())


def shortest_path(dialogue: Dialogue) -> tuple[Turn, ...]:
    """Return the turns of the shortest complete path, whatever its replies do; empty if none ends."""
    found = map_of(dialogue)
    turns, ends = found.turns, found.ends
    paths: dict[State, tuple[Turn, ...]] = {opening(dialogue): ()}
    for state, steps in found.steps.items():
        if state.place in ends:
            return paths[state]
        for _, following in steps:
            paths.setdefault(following, (*paths[state], turns[state.place]))
    return ()


def _helps(reply: Reply) -> bool:
    return reply.effect is Effect.HELPS
