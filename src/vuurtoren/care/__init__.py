"""Care: who carries which task where; joining in, handing over, giving back."""
