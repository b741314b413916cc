import type { Translations } from '../../translations'

export const videoContent: Translations['checks'] = {
  'video/black-frames': {
    of: 'b15bf5',
    title: 'Ningún fotograma negro interrumpe el vídeo',
    failureTitle: 'El vídeo tiene fotogramas negros',
    why:
      'Los fotogramas negros entre planos suelen ser un error de montaje. Un negro largo al principio o ' +
      'al final desperdicia tiempo pagado.',
    remedy:
      'Cierre el hueco en el montaje o acorte el negro del principio o del final. Si el negro es ' +
      'intencionado (un fundido), no hace falta cambiar nada.',
    says: {
      'The whole video is black.': 'Todo el vídeo es negro.',
      'visible content': 'contenido visible',
      'Black under a logo at {0}.': 'Negro bajo un logotipo en {0}.',
      'Black between shots at {0}.': 'Negro entre planos en {0}.',
      'no black': 'sin negro',
      'Black for {0} at the {1}.': 'Negro durante {0} ({1}).',
      'Black for {0} at the start.': 'Negro durante {0} al principio.',
      'Black for {0} at the end.': 'Negro durante {0} al final.',
    },
  },
  'video/blockiness': {
    of: '9f1422',
    title: 'No se ven bloques de compresión',
    failureTitle: 'Se ven bloques de compresión',
    why:
      'Los cuadrados visibles dan una imagen poco profesional, y cada plataforma vuelve a comprimir el ' +
      'vídeo.',
    remedy:
      'Exporte de nuevo desde el máster con una tasa de bits más alta. No comprima un archivo ya comprimido.',
    says: {
      'Blocks are not measured in {0}: it is lossless, or it codes each frame by itself.':
        'Los bloques no se miden en {0}: no tiene pérdidas o codifica cada fotograma por separado.',
      'No sampled frame could be measured.': 'No se pudo medir ninguno de los fotogramas de la muestra.',
      'The edges of the black bars would be measured as blocks.':
        'Los bordes de las bandas negras se medirían como bloques.',
      'The video shows square compression blocks.': 'El vídeo muestra bloques de compresión cuadrados.',
    },
  },
  'video/blur': {
    of: '03c383',
    title: 'El vídeo es nítido',
    failureTitle: 'El vídeo se ve poco nítido',
    why: 'Un vídeo poco nítido de principio a fin se grabó desenfocado o se amplió desde un máster pequeño.',
    remedy:
      'Use un máster más grande o más nítido. Si la falta de nitidez es intencionada, no hace falta ' +
      'cambiar nada.',
    says: {
      'No sampled frame has edges to measure.':
        'Ningún fotograma de la muestra tiene bordes que se puedan medir.',
      'Edges are soft in the whole video.': 'Los bordes son poco nítidos en todo el vídeo.',
      'edges {0} px wide': 'bordes de {0} px de ancho',
      'at most {0} px': 'como máximo {0} px',
    },
  },
  'video/flash-frames': {
    of: '0ddfe3',
    title: 'No hay fotogramas sueltos entre planos',
    failureTitle: 'Hay fotogramas sueltos entre planos',
    why: 'Uno o dos fotogramas de otro plano suelen ser un resto del montaje. El espectador ve un parpadeo.',
    remedy: 'Revise ese momento fotograma a fotograma y elimine los fotogramas sueltos.',
    says: {
      'A shot of 1 frame at {0}.': 'Un plano de 1 fotograma en {0}.',
      'A shot of {0} frames at {1}.': 'Un plano de {0} fotogramas en {1}.',
      'shots of at least 3 frames': 'planos de al menos 3 fotogramas',
    },
  },
  'video/flashes': {
    of: '5615aa',
    title: 'El vídeo no tiene destellos peligrosos',
    failureTitle: 'El vídeo tiene destellos peligrosos',
    why:
      'Más de tres destellos por segundo pueden provocar crisis en personas con epilepsia fotosensible. ' +
      'Es un control previo, no un certificado.',
    remedy:
      'Reduzca los destellos a menos de tres por segundo, baje su contraste o limítelos a una cuarta ' +
      'parte de la pantalla.',
    says: {
      'The video flashes more than three times per second at {0}.':
        'El vídeo tiene más de tres destellos por segundo en {0}.',
      'The video flashes just below the limit for several seconds at {0}.':
        'El vídeo tiene destellos justo por debajo del límite durante varios segundos en {0}.',
      'The video flashes close to the limit at {0}.': 'El vídeo tiene destellos cercanos al límite en {0}.',
      'up to {0} red flashes per second': 'hasta {0} destellos rojos por segundo',
      'up to {0} flashes per second': 'hasta {0} destellos por segundo',
    },
  },
  'video/frozen-frames': {
    of: 'fa140c',
    title: 'La imagen no se congela',
    failureTitle: 'La imagen se congela',
    why: 'Un vídeo que se detiene parece un error del reproductor, y a menudo es un error de exportación.',
    remedy:
      'Revise ese momento. Si la imagen fija es intencionada (un título, un plano de producto), no hace ' +
      'falta cambiar nada.',
    says: {
      'The video freezes for {0} at {1}.': 'La imagen se congela durante {0} en {1}.',
      'less than {0} s': 'menos de {0} s',
    },
  },
  'video/letterbox': {
    of: 'ada597',
    title: 'La imagen llena el cuadro',
    failureTitle: 'El vídeo tiene bandas negras',
    why: 'Las bandas incrustadas reducen la imagen en todas partes y se suman a las del reproductor.',
    remedy: 'Exporte con la relación de aspecto de la imagen, o haga que llene el cuadro.',
    says: {
      'on the left and right': 'a la izquierda y a la derecha',
      'at the top and bottom': 'arriba y abajo',
      'Black bars of about {0} px {1} from {2} to {3}.': 'Bandas negras de unos {0} px {1} de {2} a {3}.',
      'Black bars of about {0} px {1}.': 'Bandas negras de unos {0} px {1}.',
      '{0} and {1}': '{0} y {1}',
    },
  },
  'video/missing-frames': {
    of: 'dcb1b6',
    title: 'No faltan fotogramas',
    failureTitle: 'Faltan fotogramas',
    why:
      'El movimiento da saltos donde faltan fotogramas. La causa suele ser una grabación con fotogramas ' +
      'perdidos o una exportación defectuosa.',
    remedy: 'Revise el hueco más largo y exporte de nuevo desde el original.',
    says: {
      'No new frame for {0}.': 'Ningún fotograma nuevo durante {0}.',
      '{0} between two frames': '{0} entre dos fotogramas',
      'about {0}': 'unos {0}',
    },
  },
  'video/repeated-frames': {
    of: 'e858dd',
    title: 'No se repiten fotogramas en el movimiento',
    failureTitle: 'Se repiten fotogramas en el movimiento',
    why:
      'Un fotograma repetido hace que el movimiento vaya a tirones. La causa suele ser un fotograma ' +
      'perdido o una conversión de la frecuencia de fotogramas.',
    remedy:
      'Revise ese momento fotograma a fotograma y exporte de nuevo desde el original con su propia ' +
      'frecuencia de fotogramas.',
    says: {
      'Every {0}th frame repeats the one before: the frame rate was converted.':
        'Cada {0} fotogramas, uno repite el anterior: la frecuencia de fotogramas se convirtió.',
      '{0} repeated frames': '{0} fotogramas repetidos',
      'a new image in each frame': 'una imagen nueva en cada fotograma',
      'The video stands still for 1 frame at {0}.': 'El vídeo se detiene durante 1 fotograma en {0}.',
      'The video stands still for {0} frames at {1}.': 'El vídeo se detiene durante {0} fotogramas en {1}.',
      'no repeated frame': 'ningún fotograma repetido',
    },
  },
}
