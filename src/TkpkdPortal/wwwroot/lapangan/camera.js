// A photo as it is kept: drawn anew at most 1.600 px wide or high, JPEG of at most 300 kB. Drawing anew drops where and when the camera took it.

const LONGEST = 1600;
const HEAVIEST = 300 * 1024;
const QUALITIES = [0.85, 0.75, 0.65, 0.55, 0.45];

export async function shrink(file) {
  const picture = await createImageBitmap(file).catch(() => { throw new Error('Berkas ini bukan foto yang bisa dibaca. Ambil fotonya lagi.'); });
  try {
    for (let longest = Math.min(LONGEST, Math.max(picture.width, picture.height)); ; longest = Math.round(longest * 0.75)) {
      const canvas = draw(picture, longest);
      for (const quality of QUALITIES) {
        const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));
        if (blob && blob.size <= HEAVIEST) return new Uint8Array(await blob.arrayBuffer());
      }
    }
  } finally {
    picture.close();
  }
}

/** A small picture of a kept photo; drawn, since a policy that shows no foreign pictures shows none from memory either. */
export async function preview(canvas, bytes) {
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const drawn = draw(picture, canvas.width, canvas);
  picture.close();
  return drawn;
}

function draw(picture, longest, canvas = document.createElement('canvas')) {
  const scale = longest / Math.max(picture.width, picture.height);
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
