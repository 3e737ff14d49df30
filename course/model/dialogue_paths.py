"""The paths through a dialogue: what can be reached, what can end, the good paths and the shortest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from course.model.exercises import Dialogue, Effect, Reply, Turn

Path = tuple[tuple[str, str], ...]  # the turns in order, each with the reply that was chosen


def is_linked(dialogue: Dialogue) -> bool:
    """Say whether every reply leads to a turn or an ending; otherwise its paths cannot be judged."""
    known = {*_turns(dialogue), *_ends(dialogue)}
    following = {reply.next.id for turn in dialogue.turns for reply in turn.replies}
    return "" not in known and following <= known


def reachable(dialogue: Dialogue) -> set[str]:
    """Return the ids of the turns and endings that a learner can reach."""
    turns = _turns(dialogue)
    found: set[str] = set()
    waiting = [turn.id for turn in dialogue.turns[:1]]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [reply.next.id for reply in turns[name].replies] if name in turns else []
    return found


def ending_turns(dialogue: Dialogue, is_taken: Callable[[Reply], bool] = lambda reply: True) -> set[str]:
    """Return the ids of the turns from which an ending can be reached by the replies that are taken."""
    ends = _ends(dialogue)
    found: set[str] = set()
    while more := {
        turn.id
        for turn in dialogue.turns
        if turn.id not in found
        and any(is_taken(reply) and reply.next.id in ends | found for reply in turn.replies)
    }:
        found |= more
    return found


def good_paths(dialogue: Dialogue) -> Iterator[Path]:
    """Yield the paths from the first turn to an ending on which every reply helps and no turn repeats."""
    turns = _turns(dialogue)
    open_turns = ending_turns(dialogue, _helps)

    def onward(turn: Turn, before: Path) -> Iterator[Path]:
        passed = {name for name, _ in before} | {turn.id}
        for reply in filter(_helps, turn.replies):
            path = (*before, (turn.id, reply.id))
            if reply.next.id in _ends(dialogue):
                yield path
            elif reply.next.id in open_turns - passed:
                yield from onward(turns[reply.next.id], path)

    for first in dialogue.turns[:1]:
        yield from onward(first, ())


def shortest_path(dialogue: Dialogue) -> tuple[Turn, ...]:
    """Return the turns of the shortest complete path, whatever its replies do; empty if none ends."""
    turns, ends = _turns(dialogue), _ends(dialogue)
    waiting = deque([dialogue.turns[:1]] if dialogue.turns else [])
    seen: set[str] = set()
    while waiting:
        path = waiting.popleft()
        following = [reply.next.id for reply in path[-1].replies]
        if any(name in ends for name in following):
            return path
        for name in following:
            if name in turns and name not in seen:
                seen.add(name)
                waiting.append((*path, turns[name]))
    return ()


def model_reply(turn: Turn) -> Reply | None:
    """Return the reply that trainers may compare their own with: the first that helps."""
    return next(filter(_helps, turn.replies), None)


def _helps(reply: Reply) -> bool:
    return reply.effect is Effect.HELPS


def _turns(dialogue: Dialogue) -> dict[str, Turn]:
    return {turn.id: turn for turn in dialogue.turns}


def _ends(dialogue: Dialogue) -> set[str]:
    return {ending.id for ending in dialogue.endings}
