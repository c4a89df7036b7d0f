// Which of these digests are of images that were uploaded?
MATCH (image:Image)
WHERE image.digest IN $digests
RETURN image.digest AS digest
