"""A flow of the greatest value through named nodes: OR-Tools' min-cost flow, nodes with words."""

from __future__ import annotations


class Flow:
    """Ways between named nodes; `send` finds which to use."""

    def __init__(self) -> None:
        from ortools.graph.python import min_cost_flow  # 0.2 s: only when something is arranged

        self._solver = min_cost_flow.SimpleMinCostFlow()
        self._nodes: dict[str, int] = {}
        self._ways: dict[tuple[str, str], int] = {}
        self._optimal = self._solver.OPTIMAL

    def way(self, start: str, end: str, capacity: int, value: int = 0) -> None:
        """Add a way of a capacity, with what each unit on it is worth."""
        ends = self._node(start), self._node(end)
        self._ways[start, end] = self._solver.add_arc_with_capacity_and_unit_cost(
            *ends, capacity, -value
        )

    def send(self, source: str, sink: str, most: int) -> set[tuple[str, str]]:
        """Send at most so many units where they are worth most; answers the ways used."""
        ends = self._node(source), self._node(sink)
        self._solver.add_arc_with_capacity_and_unit_cost(*ends, most, 0)  # what need not flow
        self._solver.set_node_supply(ends[0], most)
        self._solver.set_node_supply(ends[1], -most)
        if self._solver.solve() != self._optimal:
            raise RuntimeError("no flow was found")
        return {ends for ends, arc in self._ways.items() if self._solver.flow(arc) > 0}

    def _node(self, name: str) -> int:
        return self._nodes.setdefault(name, len(self._nodes))
