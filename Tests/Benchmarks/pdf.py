"""Writes lines of text with a look to a PDF of A4 pages, in the fonts that every reader has."""

# The widths of the letters of Helvetica from the space to "~", in thousandths of the size (Adobe's AFM).
WIDTHS = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
    611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833,
    556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
WIDTH, HEIGHT, MARGIN, SIZE = 595, 842, 57, 10


def width(text, size, bold):
    letters = (WIDTHS[ord(c) - 32] if 32 <= ord(c) < 127 else 556 for c in text)
    return sum(letters) * size / 1000 * (1.06 if bold else 1)


def wrapped(text, size, bold, room):
    """The lines of a text, each no wider than the room."""
    lines = [""]
    for word in text.split(" "):
        whole = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(whole, size, bold) > room:
            lines.append(word)
        else:
            lines[-1] = whole
    return lines


class Pages:
    """Pages on which lines are set one below the other."""

    def __init__(self, running):
        self.running, self.pages, self.y = running, [], 0

    def show(self, text, x, y, size, bold):
        coded = text.replace("➢", "•").encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        self.pages[-1].append(b"BT /F%d %.1f Tf %.2f %.2f Td (%s) Tj ET" % (2 if bold else 1, size, x, y, coded))

    def room(self, height):
        if not self.pages or self.y - height < MARGIN + 20:
            self.pages.append([])
            self.y = HEIGHT - MARGIN
            if self.running:
                text = self.running.format(p=len(self.pages))
                self.show(text, (WIDTH - width(text, 8, False)) / 2, 30, 8, False)

    def add(self, text, look):
        size, bold = (13 if "l" in look else SIZE), "b" in look
        left, gap, right = text.replace("\t", "  ").rstrip().partition("    ")
        right = right.strip()
        if width(right, size, bold) > 150:
            left, right = f"{left}   {right}", ""
        room = WIDTH - 2 * MARGIN - (width(right, size, bold) + 20 if left.strip() and right else 0)
        lines = wrapped(left if left.strip() else right, size, bold, room)
        for index, line in enumerate(lines):
            self.room(size * 1.25)
            self.y -= size * 1.25
            wide = width(line, size, bold)
            x = (WIDTH - wide) / 2 if "c" in look else WIDTH - MARGIN - wide if "r" in look or not left.strip() else MARGIN
            self.show(line, x, self.y, size, bold)
            if index == 0 and left.strip() and right:
                self.show(right, WIDTH - MARGIN - width(right, size, bold), self.y, size, bold)
            if "u" in look:
                self.pages[-1].append(b"%.2f %.2f m %.2f %.2f l 0.6 w S" % (x, self.y - 1.5, x + wide, self.y - 1.5))
            if "x" in look:
                self.pages[-1].append(b"%.2f %.2f %.2f %.2f re 0.6 w S" % (MARGIN - 4, self.y - 3, WIDTH - 2 * MARGIN + 8, size * 1.25))


def pdf(lines, running=""):
    """The bytes of a file; `lines` are pairs of a text and its look, empty ones part paragraphs."""
    pages = Pages(running)
    for text, look in lines:
        if text.strip():
            pages.add(text, look)
        else:
            pages.y -= SIZE * 0.8
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages.pages), b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(pages.pages)))),
        *(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name for name in (b"Helvetica", b"Helvetica-Bold")),
    ]
    for number, marks in enumerate(pages.pages):
        content = b"\n".join(marks)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
                       % (WIDTH, HEIGHT, 6 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number + 1, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))
