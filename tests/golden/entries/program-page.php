<?php
include "top.php";
if ($boats > 3) { $pier->open(); }
?>
<div class="text">
  <strong id="when">When does the ferry leave?</strong>
  <p>At six.
    <ul>
      <li>On Sundays at eight.</li>
    </ul>
  </p>
  <strong>May I bring a dog?</strong>
  <p>Dogs travel with <?php echo $names[0]; ?> below.</p>
  <strong>I lost my hat, and the crew is gone. What now?</strong>
  <p>Ask at the pier.</p>
</div>
<?php include "bottom.php"; ?>
