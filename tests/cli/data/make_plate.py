"""Makes plate.jpg: a small grey noise picture, to be cut in half by the test."""
import random

from PIL import Image

random.seed(1)
image = Image.new("RGB", (96, 64))
image.putdata([(random.randrange(90, 160),) * 3 for _ in range(96 * 64)])
image.save("plate.jpg", quality=85)
