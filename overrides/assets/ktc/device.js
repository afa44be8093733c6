{% include "assets/src/js/record.js" %}
{% include "assets/src/js/records.js" %}
{% include "assets/src/js/share.js" %}
{% include "assets/src/js/confirm.js" %}
{% include "assets/src/js/read.js" %}
{% include "assets/src/js/reviews.js" %}
{% include "assets/src/js/device-file.js" %}
{% include "assets/src/js/device.js" %}
