"""The longest documents come first, and alone."""

from __future__ import annotations

import unittest

import pyarrow as pa

from deliberations_spark.plan import Content, estimated_seconds, left, outcomes_of_paths, waves


def pdf(pages: int, pictures: int, dots: int = 1654) -> bytes:
    picture = b"<< /Subtype /Image /Width %d /Height %d >>" % (dots, dots)
    marks = b"<< /Type /Page >>" * pages + picture * pictures
    return b"%PDF-1.7\n<< /Type /Pages >>" + marks


class EstimateTests(unittest.TestCase):
    """Seconds by pages and bytes."""

    def test_a_scan_takes_longer_than_pages_with_text(self) -> None:
        text = estimated_seconds(pdf(40, 2, dots=300))
        self.assertGreater(estimated_seconds(pdf(40, 40)), 100 * text)
        # Six of forty pages are scans, such as annexes.
        self.assertGreater(estimated_seconds(pdf(40, 6)), 20 * text)

    def test_pages_of_several_pictures_are_scanned_once(self) -> None:
        self.assertEqual(estimated_seconds(pdf(3, 111)), estimated_seconds(pdf(3, 3)))

    def test_pages_that_are_packed_away_are_counted_by_the_page_tree(self) -> None:
        packed = b"%PDF-1.7\n/Count 2000 ".ljust(500_000, b"x")
        self.assertGreater(estimated_seconds(packed), 5)

    def test_a_count_that_the_bytes_cannot_hold_is_not_believed(self) -> None:
        self.assertLess(estimated_seconds(b"%PDF-1.7\n/Count 999999 "), 1)

    def test_an_empty_file_takes_next_to_nothing(self) -> None:
        self.assertLess(estimated_seconds(b""), 1)


class KeyTests(unittest.TestCase):
    """Each content once."""

    PLACES = pa.table(
        {
            "path": ["d/a b/1", "d/a/1", "d/a/2", "d/a/3", "d/a/4"],
            "sha256": ["x", "x", "y", None, "z"],
            "seconds": [1.0, 1.0, 2.0, None, 2.0],
        }
    )

    def outcomes(self, **found: str) -> pa.Table:
        names = ["sha256", "outcome", "finished_at"]
        rows = [(*row, at) for at, row in enumerate(found.items())]
        return pa.table(dict(zip(names, zip(*rows))) if rows else {name: [] for name in names})

    def test_a_content_stands_under_its_first_path_by_folders_the_longest_first(self) -> None:
        found = list(left(self.PLACES, pa.array(["z"])))
        self.assertEqual(found, [Content("d/a/2", "y", 2.0), Content("d/a/1", "x", 1.0)])

    def test_nothing_is_left_where_all_keys_are_known(self) -> None:
        self.assertEqual(list(left(self.PLACES, pa.array(["x", "y", "z"]))), [])

    def test_each_path_has_the_latest_outcome_of_its_content(self) -> None:
        known = pa.concat_tables([self.outcomes(x="crash"), self.outcomes(y="timeout", x="done")])
        counts = {"done": 2, "timeout": 1, "unreadable": 1, "missing": 1}
        self.assertEqual(outcomes_of_paths(self.PLACES, known), counts)


class WaveTests(unittest.TestCase):
    """How documents are cut into waves."""

    def rows(self, *seconds: float) -> list[Content]:
        return [Content(f"p{i}", f"s{i}", it) for i, it in enumerate(seconds)]

    def test_a_document_that_outlasts_a_wave_is_joined_by_short_ones(self) -> None:
        cut = list(waves(self.rows(100.0, *[1.0] * 150), cores=2, seconds=10, most_documents=1000))
        self.assertEqual([len(wave.documents) for wave in cut], [101, 20, 20, 10])

    def test_a_wave_has_no_more_documents_than_allowed(self) -> None:
        cut = list(waves(self.rows(*[0.1] * 25), cores=2, seconds=600, most_documents=10))
        self.assertEqual([len(wave.documents) for wave in cut], [10, 10, 5])

    def test_long_documents_get_a_task_of_their_own(self) -> None:
        wave = next(waves(self.rows(50.0, 30.0, 2.0, 1.0), 2, 600, 100))
        self.assertEqual(wave.parted(20), (["p0", "p1"], ["p2", "p3"]))


if __name__ == "__main__":
    unittest.main()
