"""A wheel that holds a program is one of its platform, whatever the Python."""
import os

from setuptools import Distribution, setup
from wheel.bdist_wheel import bdist_wheel


class WithProgram(Distribution):
    def has_ext_modules(self):
        return True


class AnyPython(bdist_wheel):
    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(version=os.environ["VERSION"], distclass=WithProgram, cmdclass={"bdist_wheel": AnyPython})
