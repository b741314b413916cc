import type { Translations } from '../../translations'

export const imageContent: Translations['checks'] = {
  'image/animation': {
    of: '1a3f64',
    title: 'La animación se detiene a tiempo',
    failureTitle: 'La animación es demasiado larga o no se detiene',
    why: 'Los soportes rechazan los banners que nunca se detienen, y el movimiento constante impide leer.',
    remedy: 'Acorte la animación o limite el número de repeticiones en los ajustes de exportación.',
    says: {
      'The image is not animated.': 'La imagen no está animada.',
      'The animation runs for {0} s.': 'La animación dura {0} s.',
      'The animation plays forever.': 'La animación se repite sin fin.',
      'The animation plays {0} times.': 'La animación se reproduce {0} veces.',
      forever: 'sin fin',
      '{0} times': '{0} veces',
      'at most {0} times': 'como máximo {0} veces',
    },
  },
  'image/blank': {
    of: 'a05bc9',
    title: 'La imagen no está vacía',
    failureTitle: 'La imagen está vacía',
    why: 'Una imagen de un solo color plano es casi siempre una exportación con capas ocultas.',
    remedy: 'Abra el original, haga visibles las capas y exporte de nuevo.',
    says: {
      'The image is fully transparent, or white on transparent.':
        'La imagen es totalmente transparente, o blanca sobre transparente.',
      'The image is a single flat colour.': 'La imagen es de un solo color plano.',
      'deviation {0}': 'desviación {0}',
    },
  },
  'image/blur': {
    of: '438a4d',
    title: 'La imagen está enfocada',
    failureTitle: 'La imagen se ve borrosa',
    why: 'Una imagen poco nítida resulta poco profesional, y una ampliada se nota enseguida.',
    remedy:
      'Use un original más nítido. Si la falta de nitidez es intencionada (un fondo, un efecto), no hace ' +
      'falta cambiar nada.',
    says: {
      'The image has too little contrast to measure edges.':
        'La imagen tiene demasiado poco contraste para medir bordes.',
      'Even the sharpest parts of the image are soft.':
        'Incluso las partes más nítidas de la imagen se ven borrosas.',
      'no sharp edge': 'ningún borde nítido',
      'sharpness {0}': 'nitidez {0}',
    },
  },
  'image/contrast': {
    of: '1f6be6',
    title: 'La imagen tiene suficiente contraste',
    failureTitle: 'La imagen tiene muy poco contraste',
    why: 'Una imagen plana y apagada no llama la atención, y el texto que lleva encima se lee mal.',
    remedy:
      'Ajuste los tonos en el editor de imágenes (niveles o curvas), o compruebe si una capa quedó ' +
      'semitransparente por error.',
    says: {
      'The darkest and the brightest parts of the image hardly differ.':
        'Las partes más oscuras y las más claras de la imagen apenas se diferencian.',
      '{0} of 255': '{0} de 255',
    },
  },
  'image/exposure': {
    of: 'a84341',
    title: 'La imagen está bien expuesta',
    failureTitle: 'La imagen es demasiado oscura o demasiado clara',
    why:
      'Cuando toda la imagen es oscura o está quemada, el producto se ve mal, y en impresión aún peor que ' +
      'en pantalla.',
    remedy: 'Corrija la exposición en el editor de imágenes o use otra imagen.',
    says: {
      'The whole image is dark.': 'Toda la imagen es oscura.',
      'mean brightness {0} of 255': 'brillo medio {0} de 255',
      'some bright parts': 'algunas partes claras',
      'The whole image is bright, nearly white.': 'Toda la imagen es clara, casi blanca.',
      'some dark parts': 'algunas partes oscuras',
    },
  },
  'image/flashes': {
    of: 'a9f19f',
    title: 'La animación no tiene destellos',
    failureTitle: 'La animación tiene destellos',
    why:
      'Más de tres destellos por segundo pueden provocar crisis en personas con epilepsia fotosensible. ' +
      'Es un control previo, no un certificado.',
    remedy:
      'Reduzca los cambios a menos de tres destellos por segundo, limítelos a menos de una cuarta parte ' +
      'de la imagen o suavícelos.',
    says: {
      'The image is not animated, or its frames could not be decoded.':
        'La imagen no está animada, o sus fotogramas no se pudieron decodificar.',
      'The image flashes more than three times per second.':
        'La imagen tiene más de tres destellos por segundo.',
      '{0} flashes per second': '{0} destellos por segundo',
      'The image flashes just below the limit for several seconds.':
        'La imagen tiene destellos justo por debajo del límite durante varios segundos.',
      'The image flashes close to the limit.': 'La imagen tiene destellos cercanos al límite.',
    },
  },
  'image/jpeg-quality': {
    of: '949a2f',
    title: 'La calidad JPEG es suficiente',
    failureTitle: 'El JPEG está demasiado comprimido',
    why:
      'Una compresión fuerte deja bloques y halos alrededor de los bordes y del texto. El detalle perdido ' +
      'no se recupera.',
    remedy: 'Exporte de nuevo desde el original con una calidad más alta.',
    says: {
      'The image is not a JPEG.': 'La imagen no es JPEG.',
      'The JPEG was saved with a quality of about {0} of 100; expected at least {1}.':
        'El JPEG se guardó con una calidad aproximada de {0} sobre 100; se espera al menos {1}.',
      'The colour of the JPEG was saved with a quality of about {0} of 100; expected at least {1}.':
        'El color del JPEG se guardó con una calidad aproximada de {0} sobre 100; se espera al menos {1}.',
      'about {0} of 100': 'unos {0} de 100',
    },
  },
  'image/transparency': {
    of: '44296b',
    title: 'La transparencia es la esperada',
    failureTitle: 'La transparencia no es la esperada',
    why:
      'Una imagen transparente cambia con su fondo. Un logotipo sin transparencia aparece dentro de un ' +
      'recuadro.',
    remedy: 'Acople la imagen sobre su fondo, o expórtela con fondo transparente.',
    says: {
      'The profile accepts opaque and transparent images.':
        'El perfil acepta imágenes opacas y transparentes.',
      'Parts of the image are transparent.': 'Hay partes transparentes en la imagen.',
      opaque: 'opaca',
      '{0} % transparent': '{0} % transparente',
      'No part of the image is transparent.': 'Ninguna parte de la imagen es transparente.',
      'a transparent background': 'un fondo transparente',
    },
  },
}
