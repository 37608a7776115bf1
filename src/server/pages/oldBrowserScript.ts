/**
 * What a browser that is too old for the chat gets instead of its script: a plain link to the form that needs none
 * (R-18-079). In the language that browsers of 2010 know; it asks the server for nothing.
 */
export const OLD_BROWSER_SCRIPT = `(function () {
  var scripts = document.getElementsByTagName('script'), seen = {};
  function add(server, id) {
    var link = document.createElement('a'), style = link.style;
    link.href = server + '/message/' + id;
    link.target = '_blank';
    link.rel = 'noopener';
    link.appendChild(document.createTextNode(
      /^zh/i.test(document.documentElement.lang || navigator.language || '') ? '\\u7ed9\\u6211\\u4eec\\u7559\\u8a00' : 'Leave us a message'
    ));
    style.position = 'fixed'; style.right = '20px'; style.bottom = '20px'; style.zIndex = '2147483000';
    style.padding = '12px 16px'; style.background = '#1b1f27'; style.color = '#ffffff'; style.borderRadius = '8px';
    style.font = '16px sans-serif'; style.textDecoration = 'underline';
    document.body.appendChild(link);
  }
  function start() {
    for (var i = 0; i < scripts.length; i += 1) {
      var id = scripts[i].getAttribute('data-widget') || '';
      var src = /^(https?:\\/\\/[^\\/]+)\\/foyer\\.js/.exec(scripts[i].src || '');
      if (!src || !/^[\\w-]{1,64}$/.test(id) || seen[id]) continue;
      seen[id] = true;
      add(src[1], id);
    }
  }
  if (document.body) start();
  else if (window.addEventListener) window.addEventListener('load', start, false);
})();
`
