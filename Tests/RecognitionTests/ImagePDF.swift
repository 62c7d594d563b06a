/// A PDF whose one page shows one image.
struct ImagePDF {
  /// The keys of the image's dictionary.
  var dictionary: String
  /// The bytes of the image.
  var data: [UInt8]
  /// The place of the image on the page of 595 by 842 points: its left and lower edge, width, height.
  var place = (x: 0, y: 0, width: 595, height: 842)

  /// The file.
  var bytes: [UInt8] {
    let content = "q \(place.width) 0 0 \(place.height) \(place.x) \(place.y) cm /I Do Q"
    var file = Array("%PDF-1.5\n".utf8)
    var places: [Int] = []
    func append(_ body: String, stream: [UInt8]? = nil) {
      places.append(file.count)
      file += Array("\(places.count) 0 obj\n\(body)\n".utf8)
      if let stream {
        file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8)
      }
      file += Array("endobj\n".utf8)
    }
    append("<< /Type /Catalog /Pages 2 0 R >>")
    append("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    append(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /XObject << /I 5 0 R >> >> >>"
    )
    append("<< /Length \(content.utf8.count) >>", stream: Array(content.utf8))
    append(
      "<< /Type /XObject /Subtype /Image \(dictionary) /Length \(data.count) >>",
      stream: data
    )
    let start = file.count
    file += Array("xref\n0 6\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      file += Array(
        (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
      )
    }
    file += Array(
      "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8
    )
    return file
  }
}
