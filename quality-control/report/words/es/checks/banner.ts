import type { Translations } from '../../translations'

export const banner: Translations['checks'] = {
  'banner/click-tag': {
    of: 'c24db9',
    title: 'Los clics pasan por el servidor de anuncios',
    failureTitle: 'Los clics no se cuentan',
    why:
      'El servidor de anuncios pone la dirección de destino del clic y lo cuenta. Sin click tag no se ' +
      'cuenta nada.',
    remedy: 'Abra la dirección con la variable que pone el servidor de anuncios, como window.open(clickTag).',
    says: {
      'A link goes to {0}, past the ad server.': 'Un enlace va a {0} sin pasar por el servidor de anuncios.',
      'a click tag': 'un click tag',
      'The banner has no click tag.': 'El banner no tiene click tag.',
    },
  },
  'banner/entry-page': {
    of: '347f88',
    title: 'El banner se abre con una sola página',
    failureTitle: 'El servidor de anuncios puede no encontrar la página que debe abrir',
    why:
      'El servidor de anuncios abre el index.html del nivel superior del archivo ZIP y rechaza un banner ' +
      'sin él.',
    remedy: 'Ponga index.html en el nivel superior: comprima los archivos, no la carpeta que los contiene.',
    says: {
      'The page to open is "{0}".': 'La página que se abre es «{0}».',
      'index.html at the top level': 'index.html en el nivel superior',
      'There is more than one page at the top level: {0}.':
        'Hay más de una página en el nivel superior: {0}.',
      'one page': 'una sola página',
    },
  },
  'banner/external-calls': {
    of: '6cad40',
    title: 'El banner no carga nada de otros servidores',
    failureTitle: 'El banner carga archivos de otros servidores',
    why:
      'Los servidores de anuncios rechazan los banners que cargan de otros servidores. Esos archivos ' +
      'pueden cambiar o desaparecer, y revelan a terceros quién ve el anuncio.',
    remedy: 'Ponga los archivos en el ZIP. Pregunte al soporte antes de medir con un servicio propio.',
    says: {
      '{0} loads {1}.': '{0} carga {1}.',
      '{0} loads {1} without encryption, which browsers block.':
        '{0} carga {1} sin cifrado, y los navegadores lo bloquean.',
      '"{0}" loads {1}.': '«{0}» carga {1}.',
      'only files of the archive': 'solo archivos del ZIP',
      '"{0}" loads {1} without encryption, which browsers block.':
        '«{0}» carga {1} sin cifrado, y los navegadores lo bloquean.',
      http: 'http',
      https: 'https',
    },
  },
  'banner/file-count': {
    of: '1c2d60',
    title: 'El banner tiene pocos archivos',
    failureTitle: 'El banner tiene demasiados archivos',
    why: 'Cada archivo cuesta una petición, y los servidores de anuncios limitan su número.',
    remedy: 'Combine imágenes en una sola, combine los scripts y quite lo que el banner no usa.',
    says: {
      'The banner has {0} files.': 'El banner tiene {0} archivos.',
    },
  },
  'banner/frames': {
    of: 'e75f89',
    title: 'El banner se reproduce y termina en un fotograma con contenido',
    failureTitle: 'El banner no se reproduce como debe',
    why: 'Un banner que queda vacío o se detiene con un error se paga, pero nadie lo ve.',
    remedy: 'Abra el banner descomprimido en un navegador sin red y corrija lo que indique su consola.',
    says: {
      'The banner was not rendered: {0}.': 'El banner no se ha renderizado: {0}.',
      'A script stops with an error: {0}.': 'Un script se detiene con un error: {0}.',
      'no error': 'ningún error',
      'The banner is blank after {0} s.': 'El banner está vacío después de {0} s.',
      'a blank frame': 'un fotograma vacío',
      'a frame with content': 'un fotograma con contenido',
      'The banner is blank when it has loaded.': 'El banner está vacío cuando se ha cargado.',
      'The banner needs {0}, which is not loaded here.': 'El banner necesita {0}, que aquí no se carga.',
      'The banner still moves after {0} s.': 'El banner sigue moviéndose después de {0} s.',
      'more than {0} s': 'más de {0} s',
      'this host has no Chromium': 'este equipo no tiene Chromium',
      'the page does not answer': 'la página no responde',
      'the browser ended': 'el navegador se ha cerrado',
    },
  },
  'banner/load': {
    of: 'f69406',
    title: 'El banner carga rápido',
    failureTitle: 'El banner carga demasiado al inicio',
    why:
      'Lo que la página carga de golpe retrasa el sitio que la rodea. Los servidores de anuncios lo ' +
      'limitan, y la gente pasa de largo.',
    remedy:
      'Comprima las imágenes, cargue los archivos grandes después de la página y prescinda de fuentes y ' +
      'bibliotecas.',
    says: {
      'The page loads {0} at once.': 'La página carga {0} de golpe.',
      'All files have {0} together.': 'Todos los archivos suman {0}.',
    },
  },
  'banner/missing-files': {
    of: 'c72c06',
    title: 'Todos los archivos del banner están en el ZIP',
    failureTitle: 'Faltan archivos del banner',
    why: 'Donde falta un archivo, el banner muestra huecos, otra fuente o nada.',
    remedy:
      'Añada los archivos y comprima de nuevo. Las mayúsculas y minúsculas de los nombres deben ser las ' +
      'mismas que en la página.',
    says: {
      '{0} loads "{1}", which is not in the archive.':
        '{0} carga «{1}», que no está en el archivo comprimido.',
      '{0} loads "{1}", which is not in the archive. The archive has "{2}".':
        '{0} carga «{1}», que no está en el archivo comprimido. Este contiene «{2}».',
      '"{0}" loads "{1}", which is not in the archive.': '«{0}» carga «{1}», que no está en el ZIP.',
      '"{0}" loads "{1}", which is not in the archive. The archive has "{2}".':
        '«{0}» carga «{1}», que no está en el ZIP. El ZIP contiene «{2}».',
      'in the archive': 'en el ZIP',
    },
  },
  'banner/size': {
    of: '30017c',
    title: 'El banner declara un tamaño aceptado',
    failureTitle: 'El tamaño del banner falta o es incorrecto',
    why:
      'El servidor de anuncios lee el tamaño de la página. Sin él, el banner se rechaza o se muestra ' +
      'cortado.',
    remedy:
      'Escriba <meta name="ad.size" content="width=300,height=250"> en la cabecera (head), con el tamaño ' +
      'contratado.',
    says: {
      'The page does not state its size.': 'La página no declara su tamaño.',
      'no ad.size': 'sin ad.size',
      'ad.size with width and height': 'ad.size con ancho y alto',
      'The size cannot be read from "{0}".': 'El tamaño no se puede leer de «{0}».',
      'width=300,height=250': 'width=300,height=250',
      'The banner has {0} × {1} pixels, which is not an accepted size.':
        'El banner mide {0} × {1} píxeles, un tamaño que no se acepta.',
    },
  },
  'banner/unwanted-files': {
    of: '72fd2b',
    title: 'El ZIP solo contiene archivos del banner',
    failureTitle: 'El ZIP contiene archivos que no deben estar en un banner',
    why:
      'Los servidores de anuncios rechazan los ZIP que contienen programas, enlaces u otros ZIP. Los ' +
      'archivos sobrantes aumentan el peso.',
    remedy: 'Elimine los archivos indicados y comprima de nuevo.',
    says: {
      '"{0}" is an archive in the archive.': '«{0}» es un archivo comprimido dentro del ZIP.',
      '"{0}" is a program.': '«{0}» es un programa.',
      '"{0}" is a symbolic link.': '«{0}» es un enlace simbólico.',
      '"{0}" has a path that leads out of the archive.': '«{0}» tiene una ruta que sale del ZIP.',
      '"{0}" was left by the operating system.': '«{0}» es un resto del sistema operativo.',
      '"{0}" has the same name as another file.': '«{0}» tiene el mismo nombre que otro archivo.',
      'files of the banner only': 'solo archivos del banner',
      'unsafe path': 'ruta insegura',
      'system file': 'archivo del sistema',
      'same name': 'nombre repetido',
    },
  },
}
