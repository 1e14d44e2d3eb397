"""Commands: flask --app webapp <command>."""

from __future__ import annotations

import click
from flask import Flask
from flask.cli import with_appcontext

from webapp.library.shelf import read_shelf


def init_app(app: Flask) -> None:
    """Give the app its commands."""
    app.cli.add_command(seed_demo)
    app.cli.add_command(check_content)


@click.command("seed-demo")
@with_appcontext
def seed_demo() -> None:
    """Make a made-up person with 120 days of diary, and say how to sign in."""
    from webapp.demo import DEMO_EMAIL, DEMO_PASSWORD, seed

    click.echo(f"{seed()} entries. Sign in as {DEMO_EMAIL} with the password: {DEMO_PASSWORD}")


@click.command("check-content")
def check_content() -> None:
    """Check the articles and their sources; stops with a line for each fault."""
    shelf = read_shelf()
    faults = list(shelf.faults())
    for fault in faults:
        click.echo(fault)
    for article in shelf.in_order("nl"):
        click.echo(f"{article.id}  {article.slug:<24}{len(article.text.split()):>5} words")
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the library")


if __name__ == "__main__":
    check_content()
