// What are the bytes of the image with this digest, and of what type?
MATCH (image:Image {digest: $digest})
RETURN image.mediaType AS mediaType, image.bytes AS bytes
