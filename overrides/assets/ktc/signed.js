{% include "assets/src/js/shapes.js" %}
{% include "assets/src/js/forms.js" %}
{% include "assets/src/js/crypto.js" %}
{% include "assets/src/js/credential.js" %}
{% include "assets/src/js/signed.js" %}
