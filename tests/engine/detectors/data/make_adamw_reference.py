#!/usr/bin/python3
"""Makes adamw_reference.json with torch.optim.AdamW: two tensors after each of six steps with a falling learning rate,
with and without amsgrad. Start and gradients are sines that a test can repeat.
Run: make_adamw_reference.py > adamw_reference.json   (Debian 12: python3-torch)"""
import json

import torch


def gradient(step, index, count):
    """Large at first, then small, so that the largest second mean is not the present one."""
    i = torch.arange(count, dtype=torch.float64)
    return (torch.sin(1.1 * i + 0.7 * step + index) * 3.0 / (1 + step * step)).float()


def run(amsgrad):
    tensors = [torch.nn.Parameter(torch.cos(0.6 * torch.arange(n, dtype=torch.float64) + k).float())
               for k, n in enumerate((5, 3))]
    optimizer = torch.optim.AdamW(tensors, lr=1, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.05, amsgrad=amsgrad)
    values = []
    for step in range(6):
        for group in optimizer.param_groups:
            group["lr"] = 0.1 / (1 + step)
        for k, tensor in enumerate(tensors):
            tensor.grad = gradient(step, k, tensor.numel())
        optimizer.step()
        values.append([v for tensor in tensors for v in tensor.tolist()])
    return values


print(json.dumps({"plain": run(False), "amsgrad": run(True)}))
