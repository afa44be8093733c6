{% include "assets/src/js/print.js" %}
