import CensusJSON

/// Photos of a content, told apart by their SHA-256.
enum PhotoSet {
  /// What both sides added, without what either took away; nil where these are no photos, or where
  /// both changed what is said of one photo.
  static func merge(base: JSONValue?, mine: JSONValue?, theirs: JSONValue?) -> JSONValue? {
    guard let before = photos(base ?? .array([])), let own = photos(mine),
      let other = photos(theirs)
    else { return nil }
    var merged: [JSONValue] = []
    for (hash, photo) in other {
      let was = value(hash, in: before)
      guard let mine = value(hash, in: own) else {
        // Taken away by the own side, unless the other side alone has added it.
        if was == nil { merged.append(photo) } else if was != photo { return nil }
        continue
      }
      if mine == photo || mine == was {
        merged.append(photo)
      } else if photo == was {
        merged.append(mine)
      } else {
        return nil
      }
    }
    for (hash, photo) in own where value(hash, in: other) == nil {
      let was = value(hash, in: before)
      if was == nil { merged.append(photo) } else if was != photo { return nil }
    }
    return .array(merged)
  }

  private static func photos(_ value: JSONValue?) -> [(hash: String, photo: JSONValue)]? {
    guard let values = value?.array else { return nil }
    var seen = Set<String>()
    var photos: [(hash: String, photo: JSONValue)] = []
    for photo in values {
      guard let hash = photo[member: "sha256"]?.string, seen.insert(hash).inserted else {
        return nil
      }
      photos.append((hash: hash, photo: photo))
    }
    return photos
  }

  private static func value(
    _ hash: String, in photos: [(hash: String, photo: JSONValue)]
  ) -> JSONValue? {
    photos.first { $0.hash == hash }?.photo
  }
}
