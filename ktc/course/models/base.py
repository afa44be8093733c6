"""What all models share: strictness, and the forms of ids and texts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ClauseId = Annotated[str, Field(pattern=r"^[A-Z]+-[A-Za-z0-9.-]+$")]
FactId = ClauseId
ObjectiveId = Annotated[str, Field(pattern=r"^M[1-9][0-9]*\.[1-9][0-9]*$")]
Words = Annotated[str, Field(min_length=1)]
Month = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
PagePath = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+index\.md$")]


class Strict(BaseModel):
    """No unknown keys, no silent conversion, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
