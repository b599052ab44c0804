"""What a package of ours holds, none of it imported. (`pkgutil` can tell too, but is slow to load.)"""

import os


def modules(package: str) -> list[str]:
    """Return the names of the modules in the folder of a package, sorted; those with a `_` are left out."""
    names = (it.name for it in os.scandir(package) if not it.name.startswith("_"))
    return sorted(name.removesuffix(".py") for name in names if name.endswith(".py"))


def subpackages(package: str) -> list[str]:
    """Return the names of the packages in the folder of a package, sorted."""
    folders = (it.name for it in os.scandir(package) if it.is_dir())
    return sorted(name for name in folders if not name.startswith("_"))


def stamp(package: str) -> str:
    """Return when each file in the folder of a package was last changed, and how large it is."""
    files = [(it.name, it.stat()) for it in os.scandir(package) if it.name.endswith(".py")]
    return " ".join(sorted(f"{name} {it.st_mtime_ns} {it.st_size}" for name, it in files))
