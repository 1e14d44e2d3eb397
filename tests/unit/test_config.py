"""Settings: what is missing or weak stops the start with a sentence that says what to do."""

from pathlib import Path

import pytest

from tests.conftest import SECRETS
from webapp.config import Settings, SettingsError

OLD = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA"
PRODUCTION = {
    **SECRETS,
    "PRODUCTION": "1",
    "PUBLIC_URL": "https://rugwijs.example",
    "MAIL_URL": "smtp://mail.example:587",
    "CONTACT": "veilig@rugwijs.example",
    "CONTROLLER": "Stichting Rugwijs, Utrecht",
    "PROCESSORS": "Voorbeeld BV (server, Nederland)",
}


def test_production_with_all_its_settings_starts() -> None:
    settings = Settings.from_environment(PRODUCTION)
    assert settings.https
    assert settings.production


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is missing or too weak: set it to the output of"),
        ("SECRET_KEY", "short", "SECRET_KEY is missing or too weak"),
        ("SECRET_KEY", "a" * 64, "SECRET_KEY is missing or too weak"),
        ("VAULT_KEY", "", "VAULT_KEY is missing or not 32 random bytes"),
        ("VAULT_KEY", "A" * 43, "VAULT_KEY is missing or not 32 random bytes"),
        ("VAULT_KEY", "not base64!", "VAULT_KEY is missing or not 32 random bytes"),
        ("VAULT_KEYS_OLD", "A" * 43, "VAULT_KEYS_OLD is missing or not 32 random bytes"),
        ("VAULT_KEYS_OLD", f"{OLD},short", "VAULT_KEYS_OLD is missing or not 32 random bytes"),
        ("VAULT_KEYS_OLD", SECRETS["VAULT_KEY"], "must all be different keys"),
        ("VAULT_KEYS_OLD", f"{OLD},{OLD}=", "must all be different keys"),
        ("SECRET_KEYS_OLD", "short", "SECRET_KEYS_OLD is missing or too weak"),
        ("SECRET_KEYS_OLD", SECRETS["SECRET_KEY"], "must all be different keys"),
        ("SECRET_KEY", SECRETS["VAULT_KEY"], "must all be different keys"),
        ("PUBLIC_URL", "http://rugwijs.example", "PUBLIC_URL must be the https:// address"),
        ("PUBLIC_URL", "https://", "PUBLIC_URL must look like https://"),
        ("PUBLIC_URL", "https:///nl", "PUBLIC_URL must look like https://"),
        ("PUBLIC_URL", "https://rug..example", "PUBLIC_URL must look like https://"),
        ("PUBLIC_URL", "rugwijs.example", "PUBLIC_URL must look like https://"),
        ("PUBLIC_URL", "https://rugwijs.example/app", "PUBLIC_URL must be the https:// address"),
        ("PUBLIC_URL", "https://rugwijs.example:x", "PUBLIC_URL must look like https://"),
        ("MAIL_URL", "", "MAIL_URL is missing: set it to smtp://"),
        ("MAIL_URL", "mail.example", "MAIL_URL must look like smtp://"),
        ("MAIL_URL", "smtp://", "MAIL_URL must look like smtp://"),
        ("MAIL_URL", "smtp://mail.example:mail", "MAIL_URL must look like smtp://"),
        ("CONTACT", "", "CONTACT must be the mail address"),
        ("CONTACT", "rugwijs.example", "CONTACT must be the mail address"),
        ("CONTACT", "a@b\nExpires: never", "CONTACT must be the mail address"),
        ("CONTROLLER", "", "CONTROLLER is missing"),
        ("CONTROLLER", " . ", "CONTROLLER is missing"),
        ("PROCESSORS", "", "PROCESSORS is missing"),
        ("PROCESSORS", "one\ntwo", "PROCESSORS is missing"),
        ("PRODUCTION", "true", "PRODUCTION must be 1 or 0"),
        ("PRODUCTION", "yes", "PRODUCTION must be 1 or 0"),
        ("DATABASE_URL", "mysql://x", "DATABASE_URL must start with"),
        ("PROXIES", "one", "PROXIES must be a whole number"),
    ],
)
def test_a_bad_setting_stops_the_start(name: str, value: str, advice: str) -> None:
    with pytest.raises(SettingsError, match=advice.split(":")[0]) as stop:
        Settings.from_environment({**PRODUCTION, name: value})
    assert advice in str(stop.value)


def test_postgresql_addresses_choose_the_psycopg_driver() -> None:
    for scheme in ("postgres", "postgresql"):
        settings = Settings.from_environment({**SECRETS, "DATABASE_URL": f"{scheme}://db/rugwijs"})
        assert settings.database_url == "postgresql+psycopg://db/rugwijs"


def test_the_environment_wins_from_the_secrets_file(tmp_path: Path) -> None:
    path = _secrets_file(tmp_path, 0o600)
    settings = Settings.from_environment(
        {"SECRETS_FILE": str(path), "SECRET_KEY": "environment-0123456789-abcdefghij"}
    )
    assert settings.secret_key.startswith("environment-")
    assert len(settings.vault_key) == 32


def test_a_secrets_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = _secrets_file(tmp_path, 0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        Settings.from_environment({"SECRETS_FILE": str(path)})


def test_a_missing_secrets_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not exist"):
        Settings.from_environment({"SECRETS_FILE": str(tmp_path / "nowhere")})


def _secrets_file(folder: Path, mode: int) -> Path:
    path = folder / "secrets.env"
    path.write_text("".join(f"{name}={value}\n" for name, value in SECRETS.items()))
    path.chmod(mode)
    return path


def test_older_keys_are_read_with_commas_between() -> None:
    old = {"VAULT_KEYS_OLD": f"{OLD}, {OLD[::-1]}", "SECRET_KEYS_OLD": f"{'abcdefghij' * 4}"}
    settings = Settings.from_environment({**SECRETS, **old})
    assert settings.vault_keys_old[0] == bytes(range(31, -1, -1))
    assert len(settings.vault_keys_old) == 2
    assert settings.secret_keys_old == ("abcdefghij" * 4,)
