"""Lists what PROJ does from every system of the EPSG register to WGS 84, as one JSON document on standard output.

    python list_operations.py FOLDER_WITH_PROJ_DB > operations.json

Grids are not looked for: PROJ then takes the best operation without one, as the databases do. See README.md.
"""
import functools
import json
import math
import re
import sys
import warnings

import pyproj
from pyproj.database import get_database_metadata, query_crs_info
from pyproj.enums import PJType
from pyproj.transformer import Transformer, TransformerGroup

from shifts import shift_of

WGS84 = "EPSG:4326"
# Realisations of the ITRS within centimetres of WGS 84 as it is now, of which the register says nothing: CGCS2000.
ALIGNED = {"4490"}
# Fractions of the area of use at which a system is compared: inside, since PROJ itself changes operations on borders.
LATTICE = (0.12, 0.37, 0.62, 0.88)


def main(proj_data):
    warnings.simplefilter("ignore")
    pyproj.datadir.set_data_dir(proj_data)
    pyproj.network.set_network_enabled(False)
    infos = [
        info
        for kind in (PJType.GEOGRAPHIC_2D_CRS, PJType.PROJECTED_CRS)
        for info in query_crs_info("EPSG", kind, allow_deprecated=True)
        if info.area_of_use is not None
    ]
    systems = {info.code: described(info) for info in infos}
    datums = sorted({system["datum"] for system in systems.values() if system["datum"]}, key=int)
    document = {
        "register": f"EPSG {get_database_metadata('EPSG.VERSION')} of {get_database_metadata('EPSG.DATE')}",
        "proj": pyproj.proj_version_str,
        "datums": {code: operations_of(code) for code in datums},
        "systems": systems,
        "horizontal": horizontals(),
    }
    json.dump(document, sys.stdout, indent=0)


def described(info):
    crs = pyproj.CRS.from_epsg(info.code)
    datum = crs.geodetic_crs.to_authority() if crs.geodetic_crs else None
    area = info.area_of_use
    bounds = (area.west, area.south, area.east, area.north)
    return {
        "name": info.name,
        "deprecated": info.deprecated,
        "definition": definition_of(crs),
        "datum": datum[1] if datum and datum[0] == "EPSG" else None,
        "bounds": bounds,
        "points": points_of(crs, bounds) if datum and datum[0] == "EPSG" else [],
    }


def horizontals():
    """The code of the horizontal part of every system that has heights as well."""
    found = {}
    for info in query_crs_info("EPSG", [PJType.COMPOUND_CRS, PJType.GEOGRAPHIC_3D_CRS], allow_deprecated=True):
        crs = pyproj.CRS.from_epsg(info.code)
        part = crs.sub_crs_list[0] if crs.sub_crs_list else crs.to_2d()
        authority = part.to_authority()
        if authority is not None and authority[0] == "EPSG":
            found[info.code] = int(authority[1])
    return found


def definition_of(crs):
    """Projection, ellipsoid, prime meridian and unit; the shift of the datum is told apart."""
    try:
        text = crs.to_proj4() or ""
    except pyproj.exceptions.CRSError:
        return ""
    datum = re.search(r"\+datum=(\S+)", text)
    ellipsoid = {"WGS84": "WGS84", "NAD83": "GRS80", "NAD27": "clrk66"}
    if datum and datum[1] in ellipsoid:
        text = text.replace(datum[0], f"+ellps={ellipsoid[datum[1]]}")
    return re.sub(r"\s*\+(no_defs|type=crs|units=m|wktext)(?=\s|$)", "", text).strip()


def operations_of(code):
    """In PROJ's order. A `shift` of null is an operation that seven parameters cannot express."""
    group = TransformerGroup(f"EPSG:{code}", WGS84, always_xy=True)
    listed = []
    for operation in group.transformers:
        area = operation.area_of_use
        ballpark = "allpark" in operation.description and code not in ALIGNED
        listed.append(
            {
                "shift": None if ballpark else shift_of(operation.definition),
                "ballpark": ballpark,
                "accuracy": operation.accuracy,
                "bounds": area.bounds if area else (-180, -90, 180, 90),
                "offshore": bool(area) and "- offshore" in area.name,
            }
        )
    return {"operations": listed, "grids": len(group.unavailable_operations) > 0}


def points_of(crs, bounds):
    """[longitude, latitude, x, y] as PROJ has them: to the datum by its choice at the point, then by the projection alone."""
    try:
        to_datum = transformer_to(crs.geodetic_crs.to_authority()[1])
        project = Transformer.from_crs(crs.geodetic_crs, crs, always_xy=True)
    except pyproj.exceptions.ProjError:
        return []
    west, south, east, north = bounds
    width = east - west if east >= west else east + 360 - west
    points = []
    for a in LATTICE:
        for b in LATTICE:
            lon = round((west + a * width + 180) % 360 - 180, 9)
            lat = round(south + b * (north - south), 9)
            x, y = project.transform(*to_datum.transform(lon, lat))
            if math.isfinite(x) and math.isfinite(y):
                points.append([lon, lat, x, y])
    return points


@functools.cache
def transformer_to(datum):
    return Transformer.from_crs(WGS84, f"EPSG:{datum}", always_xy=True)


if __name__ == "__main__":
    main(sys.argv[1])
