"""What is measured of Kroniek, anew by anyone: accuracy on gold, speed, memory; and the gate that holds the floors."""
