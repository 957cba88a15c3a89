"""An attribute that is computed when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801, read as a decorator
    """The attribute that a method of no arguments computes, kept in its object's dictionary, frozen or not.

    `functools.cached_property` without its lock: until Python 3.12 each first access pays for that three times what
    most of these attributes cost. Two threads that ask at once compute an equal value twice.

    >>> class Page:
    ...     @lazy
    ...     def words(self):
    ...         return ["once"]
    >>> page = Page()
    >>> page.words is page.words
    True
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Where the value is kept: under the attribute's own name, which is looked up before this one."""
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> lazy[T] | T:
        """The value, computed; on the class the attribute itself."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
