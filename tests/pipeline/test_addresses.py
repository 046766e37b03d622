"""Which addresses are public, and that the address connected to is the one that was checked."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from pipeline.fetching.addresses import CheckedTransport, is_any, is_public
from pipeline.fetching.errors import FetchError
from tests.pipeline.publisher import file, pdf, publishing


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_a_name_that_resolves_anew_does_not_lead_inside() -> None:
    answers = [("127.0.0.1",), ("93.184.215.14",)]
    transport = CheckedTransport(is_public, lambda host, port: answers.pop())
    asked: list[str] = []

    class Recording(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            asked.append(f"{request.url.host} {request.headers['host']} {request.extensions['sni_hostname']}")
            return httpx.Response(200)

    transport._transports["rebinding.example"] = Recording()
    client = httpx.Client(transport=transport)
    client.get("https://rebinding.example/kpi.pdf")
    with pytest.raises(FetchError, match="which is not public"):
        client.get("https://rebinding.example/kpi.pdf")
    assert asked == ["93.184.215.14 rebinding.example rebinding.example"]


def test_a_host_with_addresses_of_both_kinds_is_asked_at_the_public_one_only() -> None:
    transport = CheckedTransport(is_public, lambda host, port: ("127.0.0.1", "93.184.215.14"))
    request = httpx.Request("GET", "http://both.example/")
    assert transport._checked(request, "both.example") == [(True, "93.184.215.14")]


def test_the_next_address_is_tried() -> None:
    with publishing() as publisher:
        publisher.url("/kpi.pdf", file(pdf()))
        transport = CheckedTransport(is_any, lambda host, port: ("127.0.0.2", "127.0.0.1"))
        answer = httpx.Client(transport=transport).get(f"http://city.example:{publisher.port}/kpi.pdf")
        assert answer.status_code == 200
        assert publisher.asked[0][1]["host"] == f"city.example:{publisher.port}"


def test_an_unknown_name_is_said() -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise OSError("Name or service not known")

    with pytest.raises(httpx.ConnectError, match=r"the name none\.example is unknown"):
        httpx.Client(transport=CheckedTransport(is_any, unknown)).get("http://none.example/")


def certificate(name: str, folder: Path) -> tuple[Path, Path]:
    """A certificate for a name that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    day = datetime(2020, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(day)
        .not_valid_after(day.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder / "certificate.pem", folder / "key.pem"


@pytest.mark.parametrize(("host", "trusted"), [("city.example", True), ("other.example", False)])
def test_the_certificate_must_be_that_of_the_name_though_its_address_is_connected_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, trusted: bool
) -> None:
    chain, key = certificate("city.example", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(chain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    with publishing(context) as publisher:
        publisher.url("/kpi.pdf", file(pdf()))
        client = httpx.Client(transport=CheckedTransport(is_any, lambda name, port: ("127.0.0.1",)))
        url = f"https://{host}:{publisher.port}/kpi.pdf"
        if trusted:
            assert client.get(url).status_code == 200
        else:
            with pytest.raises(httpx.ConnectError, match="certificate"):
                client.get(url)
