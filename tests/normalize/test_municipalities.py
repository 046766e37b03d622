"""団体コード: check digits, codes and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.municipalities import (
    Municipality,
    check_digit,
    code_of,
    is_code,
    municipalities,
    municipality,
    municipality_in,
    name_of,
    prefecture_of,
)

# code, name, prefecture
CODES = [
    ("010006", "北海道", "北海道"),
    ("130001", "東京都", "東京都"),
    ("011002", "札幌市", "北海道"),
    ("011011", "札幌市中央区", "北海道"),
    ("131016", "千代田区", "東京都"),
    ("132225", "東久留米市", "東京都"),
    ("132292", "西東京市", "東京都"),
    ("132110", "小平市", "東京都"),
    ("141003", "横浜市", "神奈川県"),
    ("261009", "京都市", "京都府"),
    ("272043", "池田市", "大阪府"),
    ("281000", "神戸市", "兵庫県"),
    ("392049", "南国市", "高知県"),
    ("452033", "延岡市", "宮崎県"),
    ("312045", "境港市", "鳥取県"),
    ("221309", "浜松市", "静岡県"),
    ("221384", "浜松市中央区", "静岡県"),
    ("221392", "浜松市浜名区", "静岡県"),
    ("221406", "浜松市天竜区", "静岡県"),
    ("402311", "那珂川市", "福岡県"),
    ("473821", "与那国町", "沖縄県"),
    ("282219", "丹波篠山市", "兵庫県"),
]


@pytest.mark.parametrize(("code", "name", "prefecture"), CODES)
def test_code_and_name(code: str, name: str, prefecture: str) -> None:
    assert name_of(code) == name
    assert prefecture_of(code) == prefecture
    assert code_of(name) == code
    assert is_code(code)
    assert name_of(code[:5]) == name


def test_every_code_has_its_check_digit_and_is_there_once() -> None:
    codes = [m.code for m in municipalities()]
    assert len(codes) == len(set(codes)) == 1966
    assert codes == sorted(codes)
    assert all(is_code(code) for code in codes)


def test_how_many_there_are() -> None:
    bodies = [m for m in municipalities() if not m.abolished]
    assert sum(1 for m in bodies if not m.name) == 47
    assert sum(1 for m in bodies if m.name and not m.parent) == 1741
    assert sum(1 for m in bodies if m.parent) == 171
    assert len({m.parent for m in bodies if m.parent}) == 20


def test_how_many_single_digit_errors_go_undetected() -> None:
    """The rests 0 and 10 share the check digit 1, so the rule itself lets some errors pass."""
    table = {m.code for m in municipalities()}
    errors = [
        code[:place] + digit + code[place + 1 :]
        for code in table
        for place in range(6)
        for digit in "0123456789"
        if digit != code[place]
    ]
    passing = [wrong for wrong in errors if is_code(wrong)]
    assert (len(errors), len(passing)) == (106_164, 1_602)
    assert sum(wrong in table for wrong in passing) == 396
    assert all(municipality(wrong) is None for wrong in errors if wrong not in table)


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(0, 5), st.integers(1, 9))
def test_single_digit_errors(code: str, place: int, step: int) -> None:
    """Detected but where the weighted sums leave the rests 0 and 10, which share the check digit 1."""
    full = code + check_digit(code)
    wrong = full[:place] + str((int(full[place]) + step) % 10) + full[place + 1 :]

    def rest(text: str) -> int:
        return sum(int(d) * w for d, w in zip(text[:5], (6, 5, 4, 3, 2), strict=True)) % 11

    assert is_code(wrong) == (place < 5 and {rest(full), rest(wrong)} == {0, 10})


@pytest.mark.parametrize("text", ["", "1234", "abcde", "１２３４５"])
def test_no_check_digit(text: str) -> None:
    with pytest.raises(ValueError, match="does not begin with five digits"):
        check_digit(text)


@pytest.mark.parametrize("text", ["", "13222", "132226", "1322251", "東久留米", "１３２２２５"])
def test_no_code(text: str) -> None:
    assert not is_code(text)


@pytest.mark.parametrize("code", ["", "999999", "132226", "99999", "abcde", "1322"])
def test_unknown_code(code: str) -> None:
    assert municipality(code) is None
    assert name_of(code) is None
    assert prefecture_of(code) is None


def test_width_of_a_code_does_not_matter() -> None:
    assert name_of("１３２２２５") == "東久留米市"
    assert name_of(" 132225 ") == "東久留米市"


# name, prefecture, code
NAMES = [
    ("府中市", "", None),
    ("府中市", "東京都", "132063"),
    ("府中市", "広島県", "342084"),
    ("広島県府中市", "", "342084"),
    ("東京都", "", "130001"),
    ("東京都東久留米市", "", "132225"),
    ("神⼾市", "", "281000"),
    ("浜松市天竜区", "", "221406"),
    ("浜松市中区", "", "221317"),
    ("中央区", "", "131024"),
    ("檮原町", "", "394050"),
    ("梼原町", "", "394050"),
    ("須惠町", "", "403440"),
    ("須恵町", "", "403440"),
    ("伊達市", "福島県", "072133"),
    ("伊達市", "", None),
    ("江戸市", "", None),
    ("", "", None),
    ("府中市", "大阪府", None),
    ("西東京市 ", "", "132292"),
]


@pytest.mark.parametrize(("name", "prefecture", "code"), NAMES)
def test_code_of(name: str, prefecture: str, code: str | None) -> None:
    assert code_of(name, prefecture) == code


# title, municipality
TITLES = [
    ("「東久留米市デジタル田園都市国家構想総合戦略」の進捗状況", "東久留米市"),
    ("神⼾市 事務事業評価シート", "神戸市"),
    ("令和２年度 小平市一般会計補正予算書", "小平市"),
    ("横浜市西区 事業評価書", "横浜市西区"),
    ("広島県府中市の予算", "広島県府中市"),
    ("府中市の予算", "府中市"),
    ("東村山市総合計画", "東村山市"),
    ("大津市の計画", "大津市"),
    ("令和６年度 事業評価書", None),
    ("", None),
    ("浜松市中区の予算", "浜松市中区"),
    ("東京都の予算", "東京都"),
]


@pytest.mark.parametrize(("title", "name"), TITLES)
def test_municipality_in(title: str, name: str | None) -> None:
    assert municipality_in(title) == name


def test_an_abolished_ward() -> None:
    assert municipality("221317") == Municipality("221317", "静岡県", "浜松市", "中区", "2024-01-01")
    assert municipality("221317").full_name == "静岡県浜松市中区"  # type: ignore[union-attr]
    assert name_of("221376") == "浜松市天竜区"


@given(st.text())
def test_never_an_exception(text: str) -> None:
    assert municipality(text) is None or is_code(municipality(text).code)  # type: ignore[union-attr]
    assert code_of(text) is None or text
    assert municipality_in(text) is None or text
