import type { Translations } from '../../translations'

export const videoDelivery: Translations['checks'] = {
  'video/bit-rate': {
    of: 'd519eb',
    title: 'La tasa de bits está dentro de los límites',
    failureTitle: 'La tasa de bits está fuera de los límites',
    why:
      'Con una tasa de bits baja se nota la compresión. Con una alta, el vídeo se detiene en conexiones ' +
      'lentas o se rechaza.',
    remedy: 'Exporte de nuevo con una tasa de bits aceptada.',
    says: {
      'The profile sets no bit rate.': 'El perfil no fija ninguna tasa de bits.',
      'The bit rate of the video is unknown.': 'No se conoce la tasa de bits del vídeo.',
      'The video has only {0} Mbit/s.': 'El vídeo solo tiene {0} Mbit/s.',
      'at least {0} Mbit/s': 'al menos {0} Mbit/s',
      'The video has {0} Mbit/s.': 'El vídeo tiene {0} Mbit/s.',
      'at most {0} Mbit/s': 'como máximo {0} Mbit/s',
    },
  },
  'video/captions': {
    of: '8a2e3f',
    title: 'Los subtítulos son los esperados',
    failureTitle: 'Los subtítulos no son los esperados',
    why:
      'Los subtítulos sirven a quien no puede oír y a los muchos que ven el vídeo sin audio. En otros ' +
      'sitios, una pista de subtítulos puede confundir al reproductor.',
    remedy: 'Añada una pista de subtítulos en los idiomas esperados, o exporte sin ella.',
    says: {
      'The file has captions: {0}.': 'El archivo tiene subtítulos: {0}.',
      'The file has no captions.': 'El archivo no tiene subtítulos.',
      captions: 'subtítulos',
      'There is no caption track in {0}.': 'No hay una pista de subtítulos en {0}.',
    },
  },
  'video/container': {
    of: '762e75',
    title: 'El formato del archivo de vídeo se acepta',
    failureTitle: 'El formato del archivo de vídeo no se acepta',
    why:
      'Los reproductores y los servidores de anuncios solo aceptan algunos formatos. Rechazan los demás o ' +
      'los convierten sin que nadie los revise.',
    remedy: 'Exporte de nuevo en un formato aceptado. Cambiar el nombre del archivo no cambia su formato.',
    says: {
      'The file format is {0}; accepted: {1}.': 'El formato del archivo es {0}; se acepta: {1}.',
    },
  },
  'video/declared-values': {
    of: '3a99ea',
    title: 'La cabecera del archivo es correcta',
    failureTitle: 'La cabecera del archivo es incorrecta',
    why:
      'Los reproductores y los servidores de anuncios se fían de la cabecera. Si la duración es ' +
      'incorrecta, paran antes de tiempo o esperan fotogramas que nunca llegan.',
    remedy: 'Exporte de nuevo, o regenere el contenedor con una herramienta.',
    says: {
      'The header states {0}, but the content ends after {1}.':
        'La cabecera indica {0}, pero el contenido termina a los {1}.',
    },
  },
  'video/duration': {
    of: 'ebbd48',
    title: 'El vídeo tiene la duración esperada',
    failureTitle: 'El vídeo es demasiado largo o demasiado corto',
    why:
      'Un espacio contratado tiene una duración fija. Un vídeo más largo se corta; uno más corto deja un ' +
      'hueco.',
    remedy: 'Ajuste el vídeo a la duración esperada, fotograma a fotograma, y exporte de nuevo.',
    says: {
      'The profile sets no duration.': 'El perfil no fija ninguna duración.',
      'The video lasts {0} ({1} frames).': 'El vídeo dura {0} ({1} fotogramas).',
      '{0} s ± {1} frame': '{0} s ± {1} fotograma',
      '{0} s ± {1} frames': '{0} s ± {1} fotogramas',
      'The video lasts only {0}.': 'El vídeo solo dura {0}.',
      'at least {0} s': 'al menos {0} s',
      'The video lasts {0}.': 'El vídeo dura {0}.',
    },
  },
  'video/programme': {
    of: '6b1783',
    title: 'La claqueta, el negro y el programa están en su sitio',
    failureTitle: 'El programa no está donde debe',
    why:
      'La emisión inicia y termina el spot por tiempo. Lo que no está en su sitio se corta, o se emite la ' +
      'claqueta.',
    remedy:
      'Coloque el programa en su sitio de la línea de tiempo, fotograma a fotograma, y exporte de nuevo.',
    says: {
      'There is no slate with black after it before the programme. The whole file was checked.':
        'No hay una claqueta seguida de negro antes del programa. Se controló el archivo entero.',
      '{0} s slate, then {1} s black': '{0} s de claqueta y después {1} s de negro',
      'The programme starts 1 frame late.': 'El programa empieza 1 fotograma tarde.',
      'The programme starts 1 frame early.': 'El programa empieza 1 fotograma antes de tiempo.',
      'The programme starts {0} frames late.': 'El programa empieza {0} fotogramas tarde.',
      'The programme starts {0} frames early.': 'El programa empieza {0} fotogramas antes de tiempo.',
      '1 frame late': '1 fotograma tarde',
      '1 frame early': '1 fotograma antes de tiempo',
      '{0} frames late': '{0} fotogramas tarde',
      '{0} frames early': '{0} fotogramas antes de tiempo',
      'The slate before the programme lasts only {0}.': 'La claqueta antes del programa solo dura {0}.',
      'The black before the programme lasts only {0}.': 'El negro antes del programa solo dura {0}.',
      'The still after the programme is missing or too short.':
        'La imagen fija después del programa falta o es demasiado corta.',
      'The timecode of the file does not fit: the programme was found by its slate and black.':
        'El código de tiempo del archivo no coincide: el programa se localizó por su claqueta y su negro.',
      'programme at {0}': 'programa en {0}',
      'programme at its start': 'programa al principio',
      'There is audio before the programme, for {0}.': 'Hay audio antes del programa, durante {0}.',
    },
  },
  'video/slate': {
    of: '45dd9a',
    title: 'La claqueta es la esperada',
    failureTitle: 'La claqueta sobra o falta',
    why: 'Algunas cadenas exigen una claqueta antes del spot. En cualquier otro sitio la vería el público.',
    remedy: 'Exporte con claqueta o sin ella, según las especificaciones de entrega.',
    says: {
      'The video starts without a slate.': 'El vídeo empieza sin claqueta.',
      'a slate, then black': 'una claqueta y después negro',
      'The video seems to start with a slate: {0} still at {1}, then black.':
        'El vídeo parece empezar con una claqueta: imagen fija de {0} en {1} y después negro.',
    },
  },
  'video/slate-text': {
    of: '6a5f5c',
    title: 'La claqueta coincide con el archivo',
    failureTitle: 'La claqueta no coincide con el archivo',
    why:
      'La emisión programa un spot por su número de identificación. Con la claqueta de otra versión se ' +
      'emite el spot equivocado.',
    remedy:
      'Corrija la claqueta o el nombre del archivo para que ambos tengan el mismo número y la misma ' +
      'duración.',
    says: {
      'The title on the slate is "{0}", but the file is named {1}.':
        'El título de la claqueta es «{0}», pero el archivo se llama {1}.',
      'The file has no slate.': 'El archivo no tiene claqueta.',
      'No text could be read on the slate. Compare its number with the file name yourself.':
        'No se pudo leer ningún texto en la claqueta. Compare usted su número con el nombre del archivo.',
      'The file name {0} is not on the slate.': 'El nombre del archivo, {0}, no está en la claqueta.',
      'The slate says "{0}", but the file is named {1}.':
        'La claqueta dice «{0}», pero el archivo se llama {1}.',
      'The slate says {0} s, but the programme lasts {1}.':
        'La claqueta indica {0} s, pero el programa dura {1}.',
    },
  },
  'video/timecode': {
    of: '7658f7',
    title: 'El código de tiempo es el esperado',
    failureTitle: 'El código de tiempo falta o es incorrecto',
    why:
      'El montaje y la emisión localizan cada fotograma por su código de tiempo. Si es incorrecto, se ' +
      'desplazan los subtítulos, los cortes y el inicio.',
    remedy: 'Exporte de nuevo con un solo código de tiempo continuo que empiece en el valor esperado.',
    says: {
      'The file states no timecode.': 'El archivo no indica ningún código de tiempo.',
      'The file has no timecode.': 'El archivo no tiene código de tiempo.',
      'a timecode': 'un código de tiempo',
      'The timecode starts at {0}.': 'El código de tiempo empieza en {0}.',
      'The timecode drops frame numbers, but the video has {0} fps.':
        'El código de tiempo omite números de fotograma (drop-frame), pero el vídeo tiene {0} fps.',
      'drop-frame only at 29.97 and 59.94 fps': 'drop-frame solo a 29,97 y 59,94 fps',
      'The file states two timecodes for its first frame: {0} and {1}.':
        'El archivo indica dos códigos de tiempo para su primer fotograma: {0} y {1}.',
      'The timecode has jumps.': 'El código de tiempo tiene saltos.',
      jumps: 'saltos',
      'a continuous timecode': 'un código de tiempo continuo',
    },
  },
}
