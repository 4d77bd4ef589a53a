from oneplan.document.phrases.measures import read_measure
from oneplan.exchange.plan_readers.tables.said_for_all import spread_over_all


def test_what_is_to_be_set_for_all_measures_stands_with_each() -> None:
    measures = spread_over_all(
        [
            read_measure("Baselines and targets to be set when the ferries are known."),
            read_measure("More passengers on the evening ferry"),
            read_measure("Number of piers with a ramp"),
        ]
    )
    assert [measure.text for measure in measures] == [
        "More passengers on the evening ferry",
        "Number of piers with a ramp",
    ]
    assert all(measure.baselines[0].to_be_set for measure in measures)
    assert all(measure.targets[0].to_be_set for measure in measures)


def test_a_first_line_that_names_something_measured_is_a_measure() -> None:
    measures = [
        read_measure("Number of piers with a ramp (baseline to be set)"),
        read_measure("More passengers on the evening ferry"),
    ]
    assert spread_over_all(measures) == measures


def test_a_measure_with_a_baseline_of_its_own_keeps_it() -> None:
    (measure,) = spread_over_all(
        [
            read_measure("Baseline to be set by May 2031"),
            read_measure("Increase in ramps from 4 in 2030 to 9 in 2032"),
        ]
    )
    assert [part.value for part in measure.baselines] == [4]


def test_a_line_that_stands_alone_is_not_lost() -> None:
    alone = [read_measure("Baseline and targets to be set")]
    assert spread_over_all(alone) == alone
