/// The tags that are read (CIPA DC-008, Exif 2.32, tables 8 and 15).
enum ExifTagNumber: Int32 {
  case dateTimeOriginal = 0x9003
  case offsetTimeOriginal = 0x9011
  case latitudeRef = 1
  case latitude = 2
  case longitudeRef = 3
  case longitude = 4
  case status = 9
  case directionRef = 16
  case direction = 17
  case datum = 18
}
