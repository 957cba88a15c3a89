"""The content of the YAML files that the stages keep their word lists in. Imported by every stage."""

from __future__ import annotations

from typing import Any

import yaml

# libyaml, where PyYAML has it (its wheels do): the lists are read at every start, in a tenth of the time.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def written(text: str) -> Any:
    """The value that a YAML text stands for; raises yaml.YAMLError.

    >>> written("offices: [envoy, consul]")
    {'offices': ['envoy', 'consul']}
    """
    return yaml.load(text, Loader=_LOADER)
