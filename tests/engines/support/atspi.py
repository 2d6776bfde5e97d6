"""What assistive technology finds in WebKitGTK, over the session's accessibility bus (AT-SPI).

    atspi.py tree TITLE           all of the page with this title in the order of reading: a line of JSON for each element
    atspi.py at TITLE X Y [X Y …] what is at these points of the page with this title: a line of JSON a point, from the
                                  innermost element outwards; points are in CSS pixels of the window's content
"""
import json
import re
import sys

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
PROPERTIES = "org.freedesktop.DBus.Properties"
DBUS = "org.freedesktop.DBus"
ROOTS = "/org/a11y/webkit/accessible"  # of each page, by an id of its own
WAIT_MILLISECONDS = 10_000
IN_WINDOW = 1  # ATSPI_COORD_TYPE_WINDOW
LINE_LENGTH_MAX = 12
NOTHING = "/org/a11y/atspi/null"


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, WAIT_MILLISECONDS)
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(answer.unpack()[0], flags, None, None)


bus = connect()


def call(node, interface, method, signature="()", *arguments):
    variant = GLib.Variant(signature, arguments)
    return bus.call_sync(*node, interface, method, variant, None, 0, WAIT_MILLISECONDS).unpack()


def get(node, interface, name):
    return call(node, PROPERTIES, "Get", "(ss)", interface, name)[0]


def nodes_of_pages():
    """The root of each page. The window's own tree leads to none of them here, so the processes are asked."""
    for connection in call((DBUS, "/org/freedesktop/DBus"), DBUS, "ListNames")[0]:
        if not connection.startswith(":"):
            continue
        try:
            described = call((connection, ROOTS), "org.freedesktop.DBus.Introspectable", "Introspect")[0]
        except GLib.Error:
            continue
        for name in re.findall(r'<node name="(\w+)"', described):
            yield connection, f"{ROOTS}/{name}"


def described(node):
    return {"name": get(node, ACCESSIBLE, "Name"), "text": text_of(node)}


def text_of(node):
    try:
        return call(node, "org.a11y.atspi.Text", "GetText", "(ii)", 0, -1)[0]
    except GLib.Error:
        return ""


def find_page(title):
    for root in nodes_of_pages():
        for child in call(root, ACCESSIBLE, "GetChildren")[0]:
            for document in call(child, ACCESSIBLE, "GetChildren")[0]:
                if get(document, ACCESSIBLE, "Name") == title:
                    return document
    sys.exit(f"no page “{title}” on the accessibility bus")


def tree(node):
    print(json.dumps(described(node), ensure_ascii=False))
    for child in call(node, ACCESSIBLE, "GetChildren")[0]:
        tree(child)


def at(document, numbers):
    for x, y in zip(numbers[::2], numbers[1::2]):
        node = call(document, COMPONENT, "GetAccessibleAtPoint", "(iiu)", x, y, IN_WINDOW)[0]
        line = []
        while node[1] != NOTHING and len(line) < LINE_LENGTH_MAX:
            line.append(described(node))
            node = get(node, ACCESSIBLE, "Parent")
        print(json.dumps(line, ensure_ascii=False))


what, title = sys.argv[1:3]
if what == "tree":
    tree(find_page(title))
else:
    at(find_page(title), [int(number) for number in sys.argv[3:]])
