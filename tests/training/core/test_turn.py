import threading
import time

from training.core.database import Turn


def test_one_writes_and_the_next_begins_when_it_has_finished():
    turn, first, second, told = Turn(), {}, {}, []
    turn.take(first)

    def wait_and_write():
        turn.take(second)
        told.append("second")
        turn.give(second)

    other = threading.Thread(target=wait_and_write)
    other.start()
    time.sleep(0.05)
    told.append("first")
    turn.give(first)
    other.join()
    assert told == ["first", "second"]


def test_who_has_the_turn_may_take_it_again_without_waiting_for_herself():
    turn, connection, another = Turn(), {}, {}
    turn.take(connection)
    turn.take(another)
    turn.give(another)
    assert connection == {"turn": True} and turn.lock.locked()
    turn.give(connection)
    assert not turn.lock.locked()


def test_giving_a_turn_one_never_had_changes_nothing():
    turn, holder = Turn(), {}
    turn.take(holder)
    turn.give({})
    assert turn.lock.locked()
    turn.give(holder)


def test_a_turn_that_does_not_come_is_left_to_the_database(monkeypatch):
    monkeypatch.setattr("training.core.database.WAIT", 0.01)
    turn, holder, late = Turn(), {}, {}
    turn.take(holder)
    waiting = threading.Thread(target=turn.take, args=(late,))
    waiting.start()
    waiting.join(2)
    assert not waiting.is_alive() and late == {}
    turn.give(holder)
