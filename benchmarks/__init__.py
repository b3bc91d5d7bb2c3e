"""What is measured: accuracy against marked documents, its floors, speed and memory."""
