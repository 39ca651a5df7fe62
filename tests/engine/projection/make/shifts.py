"""The seven parameters, by the position-vector convention, of what a PROJ pipeline does between two datums."""
import re

ARC_SECOND = 3.14159265358979323846 / 180 / 3600
PARTS_PER_MILLION = 1e-6
IDENTITY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
# Steps that turn neither datum nor position: units, order of axes, prime meridian, geocentric coordinates, heights.
NEUTRAL = {"pipeline", "unitconvert", "axisswap", "push", "pop", "cart", "longlat", "noop"}


def shift_of(pipeline):
    """[dx, dy, dz, rx, ry, rz, s] in metres, arc seconds and parts per million; None for anything else, such as grids."""
    matrix, vector = IDENTITY, (0.0, 0.0, 0.0)
    plain = None
    steps = 0
    for step in re.split(r"\bstep\b", pipeline):
        name = re.search(r"proj=(\w+)", step)[1]
        if name in NEUTRAL:
            continue
        if name not in ("helmert", "molobadekas"):
            return None
        parameters = {key: value for key, value in re.findall(r"(\w+)=(\S+)", step)}
        inverse = re.search(r"\binv\b", step) is not None
        plain = published(parameters) if name == "helmert" and not inverse else None
        one = affine_of(parameters, inverse)
        matrix, vector = product(one[0], matrix), added(applied(one[0], vector), one[1])
        steps += 1
    return plain if steps == 1 and plain is not None else parameters_of(matrix, vector)


def published(parameters):
    """The parameters as the register prints them."""
    number = lambda key: float(parameters.get(key, 0))
    sign = -1 if parameters.get("convention") == "coordinate_frame" else 1
    rotations = [sign * number(key) + 0.0 for key in ("rx", "ry", "rz")]
    return [number("x"), number("y"), number("z"), *rotations, number("s")]


def affine_of(parameters, inverse):
    """Matrix and vector of a step on geocentric coordinates."""
    dx, dy, dz, *rotations, parts = published(parameters)
    rx, ry, rz = (angle * ARC_SECOND for angle in rotations)
    scale = 1 + parts * PARTS_PER_MILLION
    rotation = ((1, -rz, ry), (rz, 1, -rx), (-ry, rx, 1))
    matrix = tuple(tuple(scale * value for value in row) for row in rotation)
    pivot = tuple(float(parameters.get(key, 0)) for key in ("px", "py", "pz"))
    vector = added((dx, dy, dz), subtracted(pivot, applied(matrix, pivot)))
    if not inverse:
        return matrix, vector
    # As PROJ does it: back by the transposed rotation.
    back = tuple(tuple(rotation[column][row] / scale for column in range(3)) for row in range(3))
    return back, applied(back, tuple(-value for value in vector))


def parameters_of(matrix, vector):
    scale = (matrix[0][0] + matrix[1][1] + matrix[2][2]) / 3
    rx = (matrix[2][1] - matrix[1][2]) / 2 / scale / ARC_SECOND
    ry = (matrix[0][2] - matrix[2][0]) / 2 / scale / ARC_SECOND
    rz = (matrix[1][0] - matrix[0][1]) / 2 / scale / ARC_SECOND
    metres = [round(value, 5) + 0.0 for value in vector]
    return [*metres, *(round(angle, 9) + 0.0 for angle in (rx, ry, rz)), round((scale - 1) / PARTS_PER_MILLION, 9) + 0.0]


def product(a, b):
    return tuple(tuple(sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)) for i in range(3))


def applied(matrix, vector):
    return tuple(sum(matrix[i][k] * vector[k] for k in range(3)) for i in range(3))


def added(a, b):
    return tuple(x + y for x, y in zip(a, b))


def subtracted(a, b):
    return tuple(x - y for x, y in zip(a, b))
