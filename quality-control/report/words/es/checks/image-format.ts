import type { Translations } from '../../translations'

export const imageFormat: Translations['checks'] = {
  'image/bit-depth': {
    of: 'ff68f9',
    title: 'La profundidad de bits se acepta',
    failureTitle: 'La profundidad de bits es inusual',
    why:
      'Con menos de 8 bits por canal se ven escalones en los degradados. Con más, el archivo crece o ' +
      'algunos programas no lo leen.',
    remedy: 'Convierta la imagen acabada a 8 bits por canal.',
    says: {
      'The image has {0} bits per channel; expected {1} bits.':
        'La imagen tiene {0} bits por canal; se esperan {1} bits.',
      'The image has {0} bits per channel; expected {1} to {2} bits.':
        'La imagen tiene {0} bits por canal; se esperan de {1} a {2} bits.',
      '{0} bits': '{0} bits',
      '{0} to {1} bits': 'de {0} a {1} bits',
    },
  },
  'image/colour-space': {
    of: '924fb2',
    title: 'El espacio de color se acepta',
    failureTitle: 'El espacio de color es incorrecto',
    why:
      'Los navegadores muestran las imágenes CMYK con colores incorrectos o no las muestran. La imprenta ' +
      'convierte el RGB de un modo que nadie ha visto antes.',
    remedy:
      'Convierta la imagen con su perfil en el editor de imágenes: a sRGB para pantalla, al perfil CMYK ' +
      'de la imprenta para impresión.',
    says: {
      RGB: 'RGB',
      'The image is in {0}; expected {1}.': 'La imagen está en {0}; se espera {1}.',
      greyscale: 'escala de grises',
      'another colour model': 'otro modelo de color',
    },
  },
  'image/effective-ppi': {
    of: '57bd24',
    title: 'La resolución de la imagen basta para imprimir',
    failureTitle: 'La resolución de la imagen es demasiado baja para imprimir',
    why:
      'Por debajo de unos 225 píxeles por pulgada, una imagen impresa se ve poco nítida. Por debajo de ' +
      '150 se ven los píxeles.',
    remedy: 'Entregue el original con más píxeles. Cambiar el valor de ppi en el archivo no añade detalle.',
    says: {
      'Neither the profile nor the file states the printed size.':
        'Ni el perfil ni el archivo indican el tamaño de impresión.',
      'The image has {0} ppi at its printed size; expected at least {1} ppi.':
        'La imagen tiene {0} ppi a su tamaño de impresión; se esperan al menos {1} ppi.',
      'The image has {0} ppi as stated in the file; expected at least {1} ppi.':
        'La imagen tiene {0} ppi según indica el archivo; se esperan al menos {1} ppi.',
    },
  },
  'image/exif-orientation': {
    of: 'bc28ce',
    title: 'La imagen está guardada con su orientación correcta',
    failureTitle: 'La imagen está guardada girada y depende de una etiqueta',
    why:
      'Los píxeles están guardados girados, y una etiqueta pide al visor que los gire de vuelta. Los ' +
      'flujos de impresión y algunos servidores de anuncios no la tienen en cuenta.',
    remedy:
      'Abra la imagen, gírela hasta que se vea bien y guárdela. El editor guarda entonces los píxeles con ' +
      'su orientación correcta.',
    says: {
      'The pixels are stored rotated or mirrored (orientation {0}).':
        'Los píxeles están guardados girados o reflejados (orientación {0}).',
      'orientation {0}': 'orientación {0}',
      'orientation 1': 'orientación 1',
    },
  },
  'image/extra-pages': {
    of: '04ae71',
    title: 'El archivo contiene una sola imagen',
    failureTitle: 'El archivo contiene varias imágenes',
    why:
      'La mayoría de los programas solo muestran la primera página, así que nadie ve las demás. Solo se ' +
      'controló la primera.',
    remedy: 'Entregue cada página como archivo propio, o todas en un PDF.',
    says: {
      'The file contains {0} images.': 'El archivo contiene {0} imágenes.',
    },
  },
  'image/high-dynamic-range': {
    of: 'd5d035',
    title: 'La imagen tiene rango dinámico estándar',
    failureTitle: 'La imagen tiene alto rango dinámico (HDR)',
    why:
      'Una imagen HDR se ve demasiado clara en unas pantallas y apagada en otras, y la mayoría de las ' +
      'exportaciones pierden su mapa de ganancia.',
    remedy: 'Exporte una versión de rango estándar (SDR) y revise en ella los colores.',
    says: {
      'The image is HDR: {0}.': 'La imagen es HDR: {0}.',
      'standard dynamic range': 'rango dinámico estándar',
      'gain map': 'mapa de ganancia',
    },
  },
  'image/icc-profile': {
    of: '7b8007',
    title: 'El perfil de color es correcto',
    failureTitle: 'El perfil de color falta o es incorrecto',
    why:
      'El perfil define qué significan los valores de color. Con un perfil incorrecto, los colores de la ' +
      'marca cambian de una pantalla a otra.',
    remedy:
      'Convierta la imagen al perfil esperado e incrústelo («Convertir en perfil», no «Asignar perfil»).',
    says: {
      'The image has no colour profile.': 'La imagen no tiene perfil de color.',
      'no profile': 'sin perfil',
      'a colour profile': 'un perfil de color',
      'The profile "{0}" is for {1}, but the pixels are {2}.':
        'El perfil «{0}» es para {1}, pero los píxeles son {2}.',
      '{0} on {1} pixels': '{0} en píxeles {1}',
      'a profile of the same colour model': 'un perfil del mismo modelo de color',
      'The profile is called "{0}", but describes another colour space.':
        'El perfil se llama «{0}», pero describe otro espacio de color.',
      'The profile is called "{0}", but describes {1}.': 'El perfil se llama «{0}», pero describe {1}.',
      'The image has the profile "{0}"; expected a colour profile.':
        'La imagen tiene el perfil «{0}»; se espera un perfil de color.',
      'The image has the profile "{0}"; expected {1}.': 'La imagen tiene el perfil «{0}»; se espera {1}.',
      '{0}: another colour space': '{0}: otro espacio de color',
      '{0}: {1}': '{0}: {1}',
      'display p3': 'Display P3',
      'adobe rgb': 'Adobe RGB',
      'prophoto rgb': 'ProPhoto RGB',
      grey: 'gris',
    },
  },
  'image/ratio': {
    of: '129fd3',
    title: 'La relación de aspecto se acepta',
    failureTitle: 'La relación de aspecto es incorrecta',
    why: 'Una imagen con otra relación de aspecto se recorta, se deforma o se muestra con bandas.',
    remedy: 'Adapte el diseño a una relación de aspecto aceptada y expórtelo de nuevo.',
    says: {
      'The profile accepts all aspect ratios.': 'El perfil acepta todas las relaciones de aspecto.',
      'The image has {0} × {1} ({2}:1); expected {3}.': 'La imagen mide {0} × {1} ({2}:1); se espera {3}.',
    },
  },
  'image/size': {
    of: '18105b',
    title: 'Las dimensiones de la imagen se aceptan',
    failureTitle: 'Las dimensiones de la imagen son incorrectas',
    why:
      'Una imagen pequeña pierde nitidez al ampliarla, y los espacios publicitarios solo aceptan tamaños ' +
      'exactos.',
    remedy: 'Exporte en el tamaño esperado desde el original. Ampliar la imagen acabada no añade detalle.',
    says: {
      'The image has {0} × {1} pixels, which is not an accepted size.':
        'La imagen mide {0} × {1} píxeles, un tamaño que no se acepta.',
      'at least {0} pixels wide': 'al menos {0} píxeles de ancho',
      'at least {0} pixels high': 'al menos {0} píxeles de alto',
      'at most {0} pixels wide': 'como máximo {0} píxeles de ancho',
      'at most {0} pixels high': 'como máximo {0} píxeles de alto',
      'The image has {0} × {1} pixels; expected {2}.': 'La imagen mide {0} × {1} píxeles; se esperan {2}.',
    },
  },
}
