{% include "assets/src/js/core.js" %}
{% include "assets/src/js/store.js" %}
