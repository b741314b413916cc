import type { Translations } from '../../translations'

export const videoSignal: Translations['checks'] = {
  'video/codec': {
    of: '8e2c17',
    title: 'El códec de vídeo se acepta',
    failureTitle: 'El códec de vídeo no se acepta',
    why:
      'Un reproductor que no conoce el códec no muestra nada, o el vídeo se convierte otra vez y pierde ' +
      'calidad.',
    remedy: 'Exporte de nuevo con uno de los códecs aceptados.',
    says: {
      'The video is encoded as {0}; accepted: {1}.': 'El vídeo está codificado como {0}; se acepta: {1}.',
    },
  },
  'video/colour-tags': {
    of: '2335d5',
    title: 'Las etiquetas de color son las esperadas',
    failureTitle: 'Las etiquetas de color faltan o son incorrectas',
    why:
      'Los reproductores leen estas etiquetas para mostrar los colores. Si faltan o son incorrectas, el ' +
      'color de la marca cambia de un reproductor a otro y el HDR se ve pálido.',
    remedy: 'Exporte de nuevo en el espacio de color esperado, normalmente Rec. 709, con sus etiquetas.',
    says: {
      'The video has high dynamic range ({0}).': 'El vídeo tiene alto rango dinámico ({0}).',
      'The colours are tagged as {0}.': 'Los colores están etiquetados como {0}.',
      'The file does not state these colour tags: {0}.':
        'El archivo no indica estas etiquetas de color: {0}.',
      'not tagged': 'sin etiquetar',
      primaries: 'primarios',
      transfer: 'transferencia',
      matrix: 'matriz',
    },
  },
  'video/display-size': {
    of: 'a7fe75',
    title: 'Las dimensiones del vídeo se aceptan',
    failureTitle: 'Las dimensiones del vídeo son incorrectas',
    why: 'Un vídeo de otro tamaño se escala, se recorta o se muestra con bandas.',
    remedy: 'Exporte de nuevo en el tamaño esperado, desde un máster al menos igual de grande.',
    says: {
      'The video is {0} × {1} px, which is not an accepted size.':
        'El vídeo mide {0} × {1} px, un tamaño que no se acepta.',
      'The video is {0} × {1} px, which is not an accepted aspect ratio.':
        'El vídeo mide {0} × {1} px, una relación de aspecto que no se acepta.',
      'The video is only {0} × {1} px.': 'El vídeo solo mide {0} × {1} px.',
      'at least {0} px on the shorter side': 'al menos {0} px en el lado corto',
    },
  },
  'video/frame-rate': {
    of: '380cd0',
    title: 'La frecuencia de fotogramas es constante y se acepta',
    failureTitle: 'La frecuencia de fotogramas varía o no se acepta',
    why:
      'Con una frecuencia de fotogramas variable o convertida, el movimiento va a tirones y el audio y el ' +
      'vídeo pierden la sincronía.',
    remedy:
      'Exporte de nuevo con una frecuencia de fotogramas constante y aceptada, mejor la de la grabación. ' +
      'Las grabaciones de móvil y de pantalla suelen variar.',
    says: {
      'The video has a single frame.': 'El vídeo tiene un solo fotograma.',
      'The frame rate varies.': 'La frecuencia de fotogramas varía.',
      'a frame every {0} ms to {1} ms, {2} fps on average':
        'un fotograma cada {0} ms a {1} ms, {2} fps de media',
      'a constant rate': 'una frecuencia constante',
      'The video has {0} fps.': 'El vídeo tiene {0} fps.',
    },
  },
  'video/interlacing': {
    of: '1afb8e',
    title: 'El tipo de barrido es el esperado',
    failureTitle: 'El tipo de barrido no es el esperado',
    why:
      'El vídeo entrelazado muestra bordes dentados en ordenadores y móviles, y con un indicador ' +
      'incorrecto los reproductores lo tratan mal.',
    remedy:
      'Exporte de nuevo con el tipo de barrido esperado. Desentrelace el original si es entrelazado y ' +
      'compruebe que el indicador coincide con el contenido.',
    says: {
      'The video is {0}; expected {1}.': 'El vídeo es {0}; se espera {1}.',
      'The video is {0}, {1} field first; expected {2}.':
        'El vídeo es {0}, con el campo {1} primero; se espera {2}.',
      'The file is flagged as {0}, but its content is {1}.':
        'El archivo está marcado como {0}, pero su contenido es {1}.',
      progressive: 'progresivo',
      interlaced: 'entrelazado',
      'The video is {0}, top field first; expected {1}.':
        'El vídeo es {0}, con el campo superior primero; se espera {1}.',
      'The video is {0}, bottom field first; expected {1}.':
        'El vídeo es {0}, con el campo inferior primero; se espera {1}.',
    },
  },
  'video/levels': {
    of: 'd727a7',
    title: 'Los niveles están dentro del rango de emisión',
    failureTitle: 'Los niveles superan el rango de emisión',
    why:
      'Los valores fuera de rango se recortan antes de llegar a la pantalla. Las altas luces y las ' +
      'sombras pierden detalle, y las cadenas rechazan el archivo.',
    remedy:
      'Aplique un limitador de niveles de emisión, o compruebe que el material de rango completo no se ' +
      'etiquetó como rango limitado.',
    says: {
      'Full-range and RGB video has no broadcast range.':
        'El vídeo de rango completo y el RGB no tienen rango de emisión.',
      'More than 1 % of the pixels are out of range for {0} from {1}.':
        'Más del 1 % de los píxeles está fuera de rango durante {0} desde {1}.',
      'up to {0} % of the pixels': 'hasta el {0} % de los píxeles',
      'at most 1 % outside 5-246': 'como máximo el 1 % fuera de 5-246',
      'at most 1 % outside 16-235': 'como máximo el 1 % fuera de 16-235',
    },
  },
  'video/pixel-aspect-ratio': {
    of: 'c06a3f',
    title: 'Los píxeles son cuadrados',
    failureTitle: 'Los píxeles no son cuadrados',
    why:
      'Los reproductores que no tienen en cuenta la relación de aspecto de los píxeles muestran caras y ' +
      'logotipos demasiado anchos o demasiado estrechos.',
    remedy: 'Exporte de nuevo con píxeles cuadrados, en el tamaño en que se muestra el vídeo.',
    says: {
      'Stored as {0} × {1} px, shown as {2} × {3} px.':
        'Guardado como {0} × {1} px, mostrado como {2} × {3} px.',
      'pixel aspect ratio {0}': 'relación de aspecto de los píxeles {0}',
      'square pixels': 'píxeles cuadrados',
    },
  },
  'video/pixel-format': {
    of: '318d58',
    title: 'El submuestreo de color y la profundidad de bits se aceptan',
    failureTitle: 'El submuestreo de color o la profundidad de bits no se acepta',
    why:
      'Muchos reproductores solo admiten 4:2:0 de 8 bits. Las cadenas piden 4:2:2 de 10 bits, que deja ' +
      'margen para incrustaciones y etalonaje.',
    remedy: 'Exporte de nuevo con un submuestreo de color y una profundidad de bits aceptados.',
    says: {
      'The profile accepts all pixel formats.': 'El perfil acepta todos los formatos de píxel.',
      'The video is stored as {0}; accepted: {1}.': 'El vídeo está guardado como {0}; se acepta: {1}.',
    },
  },
  'video/stored-rotation': {
    of: 'ff27e9',
    title: 'El vídeo está guardado con su orientación correcta',
    failureTitle: 'El vídeo está guardado girado y depende de una etiqueta',
    why:
      'Los móviles guardan el vídeo como lo capta el sensor y añaden una etiqueta de giro. Los programas ' +
      'de montaje y los servidores de anuncios pueden no tenerla en cuenta.',
    remedy: 'Exporte de nuevo desde un programa de montaje, con el giro aplicado.',
    says: {
      'The video is stored rotated: players must rotate it by {0}°.':
        'El vídeo está guardado girado: el reproductor debe girarlo {0}°.',
    },
  },
  'video/super-contrast': {
    of: '9e1910',
    title: 'Los rótulos tienen suficiente contraste',
    failureTitle: 'Los rótulos tienen muy poco contraste',
    why: 'Las letras pálidas sobre una imagen pálida desaparecen en un televisor en una sala luminosa.',
    remedy: 'Cambie el color del texto, o ponga detrás un bloque de un solo color.',
    says: {
      '"{0}" has a contrast of {1} to 1.': '«{0}» tiene un contraste de {1} a 1.',
      '{0} to 1': '{0} a 1',
      'at least {0} to 1': 'al menos {0} a 1',
    },
  },
  'video/super-height': {
    of: '80e838',
    title: 'Los rótulos son lo bastante grandes',
    failureTitle: 'Los rótulos son demasiado pequeños',
    why:
      'La letra pequeña que no se puede leer desde el sofá no informa, y el control previo a la emisión ' +
      'la rechaza.',
    remedy: 'Agrande el texto, o acórtelo para que quepan letras más grandes.',
    says: {
      '"{0}" is {1} of {2} lines high.': '«{0}» mide {1} de {2} líneas de alto.',
      '{0} of {1} lines': '{0} de {1} líneas',
      'at least {0} on a block': 'al menos {0} sobre un bloque',
    },
  },
  'video/super-hold': {
    of: 'e003a4',
    title: 'Los rótulos duran lo suficiente para leerlos',
    failureTitle: 'Los rótulos desaparecen antes de que se puedan leer',
    why:
      'Un espectador que no puede terminar de leer la letra pequeña no ha sido informado. Las autoridades ' +
      'la tratan como si no existiera.',
    remedy: 'Mantenga el texto más tiempo o acórtelo.',
    says: {
      '"{0}" stays for {1} at {2}; {3} words need {4}.':
        '«{0}» permanece {1} en {2}; {3} palabras necesitan {4}.',
    },
  },
}
